# Tries: the gradebook and the course emptied, renamed, removed.
# Expect: loses nothing
# Cell: own
import os
import shutil

for action in (
    lambda: os.truncate("@COURSE@/gradebook.db", 0),
    lambda: open("@COURSE@/gradebook.db", "w").close(),
    lambda: os.rename("@COURSE@/gradebook.db", "@COURSE@/gone.db"),
    lambda: os.remove("@COURSE@/gradebook.db"),
    lambda: shutil.rmtree("@COURSE@/submitted"),
    lambda: shutil.rmtree("@COURSE@/autograded"),
    lambda: os.mkdir("@COURSE@/CANARY-written"),
):
    try:
        action()
        print("DONE-" + "IT")
    except OSError as error:
        print(type(error).__name__)
# Never: DONE-IT
