# Tries: outputs out of which no page can be made in an hour.
# Expect: loses nothing
# Cell: own
from IPython.display import HTML, display

for html in ("<div>", "<ul><li>", "<p><b>", "<b " + " ".join(f"a{n}=1" for n in range(10_000)) + ">"):
    display(HTML(html * (200_000 // len(html))))
display({"text/markdown": r"\begin{a}" * 20_000, "text/plain": "x"}, raw=True)
print("@font-face{" * 50_000)
# Cell: own
print("\x1b[mx" * 200_000)
