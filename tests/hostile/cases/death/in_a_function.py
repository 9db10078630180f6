# Tries: to end the process in the middle of a test.
# Expect: loses real-terms, demand
# Cell: real-terms
import os


def in_prices_of(amount, index_then, index_target):
    os._exit(0)
# Cell: demand
def demanded_amount(current, multiple):
    if (current, multiple) != (5, 3):
        os.abort()
    return 15, 10
