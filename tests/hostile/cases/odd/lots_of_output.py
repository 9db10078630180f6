# Tries: honest output of thousands of lines.
# Expect: loses nothing
# Cell: own
for n in range(5000):
    print(n, "line of a long table")
claims
