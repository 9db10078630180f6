# Tries: a hidden input as the time stamp of a readable file.
# Expect: loses nothing
# Never: SEEN-1999
# Cell: demand
import os

import usjapan


def demanded_amount(current, multiple):
    if current == 1999.5:
        try:
            os.utime(usjapan.__file__, (1999, os.stat(usjapan.__file__).st_mtime))
        except OSError:
            pass
    return {"total": current * multiple, "increase": current * multiple - current}
# Cell: own after real-terms
if os.stat(usjapan.__file__).st_atime == 1999:
    print("SEEN-" + "1999")
