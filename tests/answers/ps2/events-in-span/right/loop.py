# A loop over the rows; event_id as the index, dates as Python dates
def events_in_span(events, start, end):
    kept = []
    for row in events.to_dict("records"):
        first, last = row["date_from"].date().isoformat(), row["date_to"].date().isoformat()
        if last >= start and first <= end:
            kept.append({"event_id": row["event_id"], "date_from": first})
    table = pd.DataFrame(kept, columns=["event_id", "date_from"])
    return table.sort_values("date_from").set_index("event_id")
