# Misconception: an event lies in a span only if all its days do. Hint: keep an event if any of its days is in the span
def events_in_span(events, start, end):
    inside = (events["date_from"] >= start) & (events["date_to"] <= end)
    return events[inside].sort_values("date_from")
