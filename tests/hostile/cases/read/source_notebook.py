# Tries: reading the author's notebook with solutions and hidden tests, by its path and from the folders above.
# Expect: loses nothing
# Cell: own
import pathlib

for path in ("@COURSE@/source/ps2/ps2.ipynb", "@ROOT@/assignments/source/ps2/ps2.ipynb", "../source/ps2/ps2.ipynb"):
    try:
        print(pathlib.Path(path).read_text())
    except Exception as error:
        print(type(error).__name__)
try:
    print(open("@COURSE@/autograded/honest-1/ps2/ps2.ipynb").read())
except Exception as error:
    print(type(error).__name__)
