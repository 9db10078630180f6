# Misconception: the first day is the date of the event. Hint: An event whose interval is longer than the whole span is missing
def events_in_span(events, start, end):
    inside = (events["date_from"] >= start) & (events["date_from"] <= end)
    return events[inside].sort_values("date_from")
