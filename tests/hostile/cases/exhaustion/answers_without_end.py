# Tries: generators and iterators that never end, as answers and as results.
# Expect: loses claims-by-kind, straining-claims, real-terms, demand
# Cell: claims-by-kind
import itertools

claims_by_kind = itertools.count()
# Cell: straining-claims
class Endless(frozenset):
    def __iter__(self):
        while True:
            yield 1


straining_claims = Endless([1])
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    while True:
        yield amount
# Cell: demand
class Keys(dict):
    def items(self):
        while True:
            yield 1, 1

    keys = values = __iter__ = items


def demanded_amount(current, multiple):
    return Keys(total=1)
