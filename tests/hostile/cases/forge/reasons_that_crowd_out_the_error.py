# Tries: a reason so long that the error of a failed test is cut away with it: a class with a name of three million letters.
# Expect: loses everything
# Rest: blank
# Cell: own first
_function = _answer = _got = _id = type("A" * 3_000_000, (), {})()
# Cell: claims-by-kind
claims_by_kind = None
