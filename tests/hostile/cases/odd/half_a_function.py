# Tries: an answer that breaks off in the middle.
# Expect: loses real-terms
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    return amount * (index_target /
