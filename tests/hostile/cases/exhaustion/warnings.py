# Tries: warnings without end.
# Expect: loses nothing
# Cell: own
import warnings

for n in range(20_000):
    warnings.warn(f"careful {n}")
