# query with outside names, newest last by a second sort
def events_in_span(events, start, end):
    start, end = pd.Timestamp(start), pd.Timestamp(end)
    found = events.query("date_from <= @end and date_to >= @start")
    return found.sort_values("event_id").sort_values("date_from", kind="stable")
