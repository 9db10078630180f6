# Misconception: the table is sorted by date already. Hint: sort by date_from, the oldest first
def events_in_span(events, start, end):
    return events[(events["date_from"] <= end) & (events["date_to"] >= start)]
