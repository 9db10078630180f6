# Leaves out what is over before or begins after; sorts by both ends
def events_in_span(events, start, end):
    too_early = events["date_to"] < pd.to_datetime(start)
    too_late = events["date_from"] > pd.to_datetime(end)
    return events[~(too_early | too_late)].sort_values(["date_from", "date_to"], ignore_index=True)
