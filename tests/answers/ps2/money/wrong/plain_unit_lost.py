# Misconception: every unit is millions or billions. Hint: An amount in the unit USD is in plain dollars already
def money_in_dollars(quantities):
    money = quantities[quantities["currency"] == "USD"]
    factors = {"USD million": 1e6, "USD billion": 1e9}
    return money.assign(dollars=money["value"] * money["unit"].map(factors)).sort_values("dollars", ascending=False)
