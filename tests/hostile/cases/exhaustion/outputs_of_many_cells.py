# Tries: a megabyte of output in each of sixty cells.
# Expect: loses nothing
# Cell: own
print("x" * 1_040_000)
# Repeat: 60
