# Tries: the hidden inputs of one exercise in the error of the next, where the visible part of its test shows errors.
# Expect: loses real-terms, events-in-span
# Never: SEEN-1999
# Never: SEEN-0.35
# Cell: demand
SEEN = []


def demanded_amount(current, multiple):
    SEEN.append(current)
    return {"total": current * multiple, "increase": current * multiple - current}
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    raise ValueError(" ".join(f"SEEN-{n}" for n in SEEN[::-1]))
# Cell: events-in-span
def events_in_span(events, start, end):
    raise LookupError("".join(f"SEEN-{n}" for n in SEEN if n == 1999.5))
