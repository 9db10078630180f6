# Tries: plain values where it is shown and functions where it is asked, and the other way round.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import os

_odd = os.getpid() % 2
claims_by_kind = straining_claims = {} if _odd else (lambda: {})
# Cell: demand
if _odd:
    def demanded_amount(current, multiple):
        return None
else:
    demanded_amount = {"total": 15, "increase": 10}
# Cell: real-terms
in_prices_of = 75.0 if _odd else (lambda *arguments: 75.0)
