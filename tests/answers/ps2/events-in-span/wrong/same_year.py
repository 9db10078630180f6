# Misconception: dates are compared by year. Hint: An event that is over before the span begins is in the result
def events_in_span(events, start, end):
    years = (events["date_from"].dt.year <= int(end[:4])) & (events["date_to"].dt.year >= int(start[:4]))
    return events[years].sort_values("date_from")
