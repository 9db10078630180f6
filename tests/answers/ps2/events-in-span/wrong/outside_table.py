# Misconception: a function reads the table that the notebook loaded. Hint: the talks lie inside the span
def events_in_span(made, start, end):
    events = usjapan.load("events")
    return events[(events["date_from"] <= end) & (events["date_to"] >= start)].sort_values("date_from")
