# Tries: whole numbers of a million digits as answers and as results.
# Expect: loses claims-by-kind, real-terms, demand
# Cell: claims-by-kind
claims_by_kind = {"fact": 1 << 5_000_000}
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    return 1 << 5_000_000
# Cell: demand
def demanded_amount(current, multiple):
    return [10**5000, 1]
