# Tries: listing the folders in which other submissions are being graded just now, and going through them by relative paths.
# Expect: loses nothing
# Cell: own
import os

for path in ("..", "../..", "@TMP@", "/tmp", "/", "@COURSE@", "/proc", "/work"):
    try:
        print("LISTED", os.listdir(path))
    except OSError as error:
        print(type(error).__name__)
os.chdir("/")
try:
    print("LISTED", os.listdir("."))
except OSError as error:
    print(type(error).__name__)
# Never: LISTED
