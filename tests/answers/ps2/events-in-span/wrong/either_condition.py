# Misconception: | joins two conditions that must both hold. Hint: compare date_to with start
def events_in_span(events, start, end):
    chosen = events[(events["date_from"] <= end) | (events["date_to"] >= start)]
    return chosen.sort_values("date_from")
