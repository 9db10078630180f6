# The part of each interval inside the span is not empty
def events_in_span(events, start, end):
    low, high = pd.Timestamp(start), pd.Timestamp(end)
    events = events.sort_values("date_from")
    first = events["date_from"].clip(lower=low)
    last = events["date_to"].clip(upper=high)
    return events[first <= last][["event_id", "name"]]
