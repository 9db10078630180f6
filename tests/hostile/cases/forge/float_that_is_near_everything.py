# Tries: a subclass of float whose differences are all zero.
# Expect: loses real-terms, demand
# Cell: real-terms
class Near(float):
    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__

    def __add__(self, other):
        return self


def in_prices_of(amount, index_then, index_target):
    return Near(1)
# Cell: demand
class Agreeable(dict):
    def __getitem__(self, key):
        return Near(1)

    def keys(self):
        return {"total", "increase"}


def demanded_amount(current, multiple):
    return Agreeable()
