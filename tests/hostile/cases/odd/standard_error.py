# Tries: honest work that writes to stderr in cells and in functions.
# Expect: loses nothing
# Cell: demand
import logging
import sys


def demanded_amount(current, multiple):
    print("computing", file=sys.stderr)
    logging.warning("careful")
    return {"total": current * multiple, "increase": current * multiple - current}
# Cell: own
print("done", file=sys.stderr)
