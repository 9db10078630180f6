# Tries: reading the bank of right answers, and the tests of the course.
# Expect: loses nothing
# Cell: own
import glob
import os

for folder in ("@ROOT@/tests", "@ROOT@", os.path.dirname("@COURSE@")):
    try:
        print(os.listdir(folder))
    except OSError as error:
        print(type(error).__name__)
for path in glob.glob("@ROOT@/tests/answers/ps2/*/right/*.py"):
    print(open(path).read())
try:
    print(open("@ROOT@/tests/answers/ps2/demand/right/pair.py").read())
except OSError as error:
    print(type(error).__name__)
