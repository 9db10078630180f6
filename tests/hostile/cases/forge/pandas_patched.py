# Tries: pandas patched and replaced in sys.modules, so that comparisons come out equal.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import sys
import types

import pandas as pd

pd.Series.__eq__ = lambda self, other: pd.Series([True] * len(self))
pd.DataFrame.equals = pd.Series.equals = lambda self, other: True
pd.Series.value_counts = lambda self, *args, **kwargs: pd.Series({"fact": 1})
fake = types.ModuleType("pandas")
fake.__getattr__ = lambda name: lambda *args, **kwargs: True
sys.modules["pandas"] = fake
claims_by_kind = {"fact": 1}
