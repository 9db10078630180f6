# Tries: results as NumPy's and Python's other numbers.
# Expect: loses nothing
# Cell: real-terms
import numpy as np


def in_prices_of(amount, index_then, index_target):
    return np.float64(amount) * index_target / index_then
# Cell: demand
import numpy as np


def demanded_amount(current, multiple):
    total = np.array([current]) * multiple
    return {"total": total[0], "increase": total[0] - current}
