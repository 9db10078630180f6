# Tries: NaN and infinity where a comparison written the wrong way round would let them pass.
# Expect: loses demand, real-terms, claims-by-kind
# Cell: demand
def demanded_amount(current, multiple):
    return float("nan"), float("inf")
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    return float("nan")
# Cell: claims-by-kind
claims_by_kind = {kind: float("nan") for kind in ("fact", "assessment", "forecast", "recommendation")}
