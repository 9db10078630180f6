# Misconception: the oldest event is the one that ends first. Hint: the oldest first means sorted by date_from
def events_in_span(events, start, end):
    chosen = events[(events["date_from"] <= end) & (events["date_to"] >= start)]
    return chosen.sort_values("date_to")
