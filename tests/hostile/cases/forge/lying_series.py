# Tries: a subclass of Series and one of dict whose items() changes with who asks.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
import pandas as pd


class Lying(pd.Series):
    def items(self):
        import sys

        yield from sys._getframe(1).f_globals.get("_expected", {"fact": 1}).items()

    def __eq__(self, other):
        return True


claims_by_kind = Lying({"fact": 1})
