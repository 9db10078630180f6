# Tries: outputs nested deeper than nbformat can read.
# Expect: loses nothing
# Cell: own
from IPython.display import display

for depth in (100, 300, 450, 900):
    value = "x"
    for _ in range(depth):
        value = {"a": value}
    display({"application/json": value, "text/plain": "x"}, raw=True)
# Cell: own
value = "x"
for _ in range(400):
    value = [value]
display({"application/json": value, "text/plain": "x"}, raw=True)
