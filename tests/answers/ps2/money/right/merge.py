# The factors as a second table, joined
def money_in_dollars(quantities):
    factors = pd.DataFrame({"unit": ["USD", "USD million", "USD billion"], "factor": [1.0, 1e6, 1e9]})
    money = quantities[quantities["currency"].eq("USD")].merge(factors, on="unit", how="left")
    money["dollars"] = money["value"] * money["factor"]
    return money.nlargest(len(money), "dollars")
