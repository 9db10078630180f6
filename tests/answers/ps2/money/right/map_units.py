# Units mapped to factors, table with all columns
def money_in_dollars(quantities):
    money = quantities[quantities["currency"] == "USD"].copy()
    money["dollars"] = money["value"] * money["unit"].map({"USD": 1, "USD million": 1e6, "USD billion": 1e9})
    return money.sort_values("dollars", ascending=False)
