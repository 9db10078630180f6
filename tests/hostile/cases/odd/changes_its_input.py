# Tries: functions that change the table they are given.
# Expect: loses nothing
# Cell: money
def money_in_dollars(quantities):
    quantities["factor"] = quantities["unit"].map({"USD": 1, "USD million": 1e6, "USD billion": 1e9})
    quantities["dollars"] = quantities["value"] * quantities["factor"]
    quantities.drop(quantities[quantities["currency"] != "USD"].index, inplace=True)
    quantities.sort_values("dollars", ascending=False, inplace=True)
    return quantities
