# Tries: reading other students' submissions, in the course and in the folders where they are being graded.
# Expect: loses nothing
# Cell: own
import glob
import os
import tempfile

for pattern in ("@COURSE@/submitted/*/*/*", "/tmp/nbproctor*/*/*", "@TMP@/*/*", tempfile.gettempdir() + "/../../*/*"):
    for path in glob.glob(pattern):
        try:
            print(open(path).read())
        except OSError as error:
            print(type(error).__name__)
try:
    print(open("@COURSE@/submitted/honest-1/ps2/ps2.ipynb").read())
except OSError as error:
    print(type(error).__name__)
