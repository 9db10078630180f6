# Misconception: the oldest is the largest date. Hint: the talks begin before the vote
def events_in_span(events, start, end):
    chosen = events[(events["date_from"] <= end) & (events["date_to"] >= start)]
    return chosen.sort_values("date_from", ascending=False)
