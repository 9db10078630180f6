# Tries: honest work with warnings of Python's and of pandas'.
# Expect: loses nothing
# Cell: real-terms
import warnings


def in_prices_of(amount, index_then, index_target):
    warnings.warn("prices change", FutureWarning)
    return amount * index_target / index_then
