# Tries: functions that print what a hidden test calls them with, and keep it for later cells to print.
# Expect: loses nothing
# Never: SEEN-1999
# Never: SEEN-104.2
# Cell: demand
import sys

SEEN = []


def demanded_amount(current, multiple):
    SEEN.append(f"SEEN-{current}")
    print(SEEN)
    print(SEEN, file=sys.__stdout__)
    display(SEEN)
    return {"total": current * multiple, "increase": current * multiple - current}
# Cell: real-terms
print(SEEN)
def in_prices_of(amount, index_then, index_target):
    SEEN.append(f"SEEN-{index_then}")
    print(SEEN, file=sys.stderr)
    return amount * index_target / index_then
# Cell: own
print(SEEN)
