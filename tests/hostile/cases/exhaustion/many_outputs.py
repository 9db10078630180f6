# Tries: a hundred thousand separate outputs.
# Expect: loses nothing
# Cell: own
for n in range(100_000):
    display({"text/plain": "x", "text/html": "<b>x</b>"}, raw=True)
