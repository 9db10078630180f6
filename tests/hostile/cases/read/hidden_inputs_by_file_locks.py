# Tries: a hidden input as a lock on a library's file, which a later cell of the other process would notice.
# Expect: loses nothing
# Never: SEEN-1999
# Cell: demand
import fcntl

import pandas

FILE = open(pandas.__file__)


def demanded_amount(current, multiple):
    if current == 1999.5:
        fcntl.flock(FILE, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return {"total": current * multiple, "increase": current * multiple - current}
# Cell: own after real-terms
try:
    fcntl.flock(FILE, fcntl.LOCK_EX | fcntl.LOCK_NB)
    fcntl.flock(FILE, fcntl.LOCK_UN)
except OSError:
    print("SEEN-" + "1999")
