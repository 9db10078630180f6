# Tries: hard links to the gradebook and to a library, and renames across folders.
# Expect: loses nothing
# Cell: own
import os

import pandas

for target in ("@COURSE@/gradebook.db", "@HOME@/secret.txt", pandas.__file__):
    for action in (os.link, os.rename):
        try:
            action(target, "mine")
            print("DONE-" + "IT")
        except OSError as error:
            print(type(error).__name__)
try:
    open("out", "w").close()
    os.rename("out", "@TMP@/CANARY-written")
    print("DONE-" + "IT")
except OSError as error:
    print(type(error).__name__)
# Never: DONE-IT
