# Tries: answers that use helpers of the student's own cells, defined before and after.
# Expect: loses nothing
# Cell: own first
def factor(then, target):
    return target / then


seen = {"calls": 0}
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    seen["calls"] += 1
    return amount * factor(index_then, index_target)
