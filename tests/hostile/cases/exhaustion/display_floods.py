# Tries: pages of HTML, pictures and JSON in one display, and a class that shows itself without end.
# Expect: loses nothing
# Cell: own
from IPython.display import HTML, JSON

display(HTML("<div>" * 2_000_000))
display(JSON({"a": list(range(500_000))}))
display({"image/png": "A" * (30 << 20)}, raw=True)
# Cell: own
class Loud:
    def _repr_html_(self):
        return "x" * (50 << 20)

    def __repr__(self):
        return "y" * (50 << 20)


Loud()
