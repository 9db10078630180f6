# Tries: answers of hundreds of megabytes: text, bytes, lists, tables, arrays.
# Expect: loses claims-by-kind, straining-claims, real-terms
# Cell: claims-by-kind
claims_by_kind = {"fact": "x" * (80 << 20)}
# Cell: straining-claims
import numpy

straining_claims = pd.DataFrame({"claim_id": numpy.arange(6_000_000)})
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    return [0] * 6_000_000
