# Misconception: an event that has begun by the end of the span lies in it. Hint: the pact is over before the span begins
def events_in_span(events, start, end):
    return events[events["date_from"] <= end].sort_values("date_from")
