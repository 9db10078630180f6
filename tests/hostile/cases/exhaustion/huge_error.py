# Tries: an error with a text of 100 MB, in a cell and in a function.
# Expect: loses claims-by-kind, real-terms
# Cell: claims-by-kind
raise ValueError("x" * (100 << 20))
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    raise ValueError("x" * (100 << 20))
