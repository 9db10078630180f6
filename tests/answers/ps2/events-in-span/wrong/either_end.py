# Misconception: one end of the event must lie in the span. Hint: An event whose interval is longer than the whole span is missing
def events_in_span(events, start, end):
    inside = events["date_from"].between(start, end) | events["date_to"].between(start, end)
    return events[inside].sort_values("date_from")
