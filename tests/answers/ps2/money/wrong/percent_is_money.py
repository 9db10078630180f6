# Misconception: every figure is money. Hint: A percentage is not money
def money_in_dollars(quantities):
    factors = {"USD million": 1e6, "USD billion": 1e9}
    money = quantities.assign(dollars=quantities["value"] * quantities["unit"].map(factors))
    return money.sort_values("dollars", ascending=False)
