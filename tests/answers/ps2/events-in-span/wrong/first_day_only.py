# Misconception: the first day is the date of the event. Hint: its first day alone does not decide
def events_in_span(events, start, end):
    inside = (events["date_from"] >= start) & (events["date_from"] <= end)
    return events[inside].sort_values("date_from")
