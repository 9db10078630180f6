# Tries: a classmate's submission replaced.
# Expect: loses nothing
# Cell: own
import glob

for path in ["@COURSE@/submitted/honest-1/ps2/ps2.ipynb", *glob.glob("@COURSE@/submitted/*/ps2/ps2.ipynb")]:
    try:
        open(path, "w").write("{}")
        print("DONE-" + "IT")
    except OSError as error:
        print(type(error).__name__)
# Never: DONE-IT
