# Misconception: the last day is the date of the event. Hint: which may be before the 15th
def events_in_span(events, start, end):
    inside = events["date_to"].between(start, end)
    return events[inside].sort_values("date_from")
