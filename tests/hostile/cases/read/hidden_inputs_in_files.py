# Tries: the hidden inputs written to files by the function, for a later cell to read.
# Expect: loses nothing
# Never: SEEN-1999
# Cell: demand
import os
import pathlib
import tempfile

PLACES = [".", tempfile.gettempdir(), "..", "/tmp", "/dev/shm", "/var/tmp", os.environ["HOME"]]


def demanded_amount(current, multiple):
    for place in PLACES:
        try:
            with open(f"{place}/CANARY-notes", "a") as file:
                file.write(f"SEEN-{current} ")
        except OSError:
            pass
    return {"total": current * multiple, "increase": current * multiple - current}
# Cell: own
import glob

for place in PLACES:
    for path in glob.glob(f"{place}/**/CANARY-notes", recursive=True):
        print(open(path).read())
