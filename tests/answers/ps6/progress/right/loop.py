# Row by row, into a dictionary
def progress(sums):
    result = {}
    rows = sums.to_dict("records")
    for pledge in rows:
        if pledge["kind"] != "pledge":
            continue
        paid = [
            row["value"]
            for row in rows
            if row["kind"] == "actual" and row["programme"] == pledge["programme"] and row["unit"] == pledge["unit"]
        ]
        if paid:
            result[pledge["programme"]] = round(100 * sum(paid) / pledge["value"], 1)
    return result
