# Tries: a whole number of a hundred million digits, as a computation.
# Expect: loses claims-by-kind
# Says: still running
# Cell: claims-by-kind
x = 7 ** (10**9)
