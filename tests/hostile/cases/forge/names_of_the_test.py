# Tries: the test's own helper names defined beforehand.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
_answer = _counts = _expected = _shown = _got = {"fact": 1}
_trouble, _right, _aloud = None, True, True
_same = _near = lambda *args: True
_numbers = _call = _mistake = _amounts = _number = lambda *args: None
_cases = _tables = []
claims_by_kind = {"fact": 1}
