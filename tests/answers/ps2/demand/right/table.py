# A table with one row
def demanded_amount(current, multiple):
    table = pd.DataFrame({"current": [current], "total": [current * multiple]})
    table["increase"] = table["total"] - table["current"]
    return table[["total", "increase"]]
