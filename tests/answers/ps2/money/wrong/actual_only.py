# Misconception: a pledge or a demand is not money. Hint: whatever its unit and kind
def money_in_dollars(quantities):
    money = quantities[(quantities["currency"] == "USD") & (quantities["kind"] != "demand")]
    factors = {"USD": 1, "USD million": 1e6, "USD billion": 1e9}
    return money.assign(dollars=money["value"] * money["unit"].map(factors)).sort_values("dollars", ascending=False)
