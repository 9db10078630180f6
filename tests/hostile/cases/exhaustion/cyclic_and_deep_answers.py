# Tries: answers that contain themselves, or are nested a hundred thousand deep.
# Expect: loses claims-by-kind, straining-claims, real-terms, demand
# Cell: claims-by-kind
claims_by_kind = {}
claims_by_kind["fact"] = claims_by_kind
# Cell: straining-claims
straining_claims = []
for _ in range(100_000):
    straining_claims = [straining_claims]
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    result = []
    result.append(result)
    return result
# Cell: demand
def demanded_amount(current, multiple):
    result = ()
    for _ in range(100_000):
        result = (result,)
    return result
