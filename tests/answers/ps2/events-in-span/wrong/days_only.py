# Misconception: an event without a day has no date. Hint: which may be before the 15th
def events_in_span(events, start, end):
    events = events[events["date_precision"] == "day"]
    return events[(events["date_from"] >= start) & (events["date_from"] <= end)].sort_values("date_from")
