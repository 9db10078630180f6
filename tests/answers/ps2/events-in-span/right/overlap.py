# The two comparisons, with text dates
def events_in_span(events, start, end):
    chosen = events[(events["date_from"] <= end) & (events["date_to"] >= start)]
    return chosen.sort_values("date_from")
