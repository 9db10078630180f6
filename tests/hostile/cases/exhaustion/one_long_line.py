# Tries: 200 MB of output on one line.
# Expect: loses nothing
# Says: cut
# Cell: own
for _ in range(200):
    print("x" * (1 << 20), end="")
