# Tries: functions that never end, from the first call or from the second.
# Expect: loses real-terms, demand
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    while True:
        pass
# Cell: demand
def demanded_amount(current, multiple):
    while (current, multiple) != (5, 3):
        pass
    return 15, 10
