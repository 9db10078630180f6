# Misconception: a span ends before its last day. Hint: both ends are included
def events_in_span(events, start, end):
    chosen = events[(events["date_from"] < end) & (events["date_to"] > start)]
    return chosen.sort_values("date_from")
