# Tries: the answer in a cell of the student's own below the answer cell, which is left as it was given.
# Expect: loses nothing
# Cell: real-terms
in_prices_of = None
# Cell: own after real-terms before its test
def in_prices_of(amount, index_then, index_target):
    return amount * index_target / index_then
