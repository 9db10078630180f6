# Misconception: a billion has twelve zeros. Hint: a million has six zeros, a billion nine
def money_in_dollars(quantities):
    money = quantities[quantities["currency"] == "USD"]
    factors = {"USD": 1, "USD million": 10**6, "USD billion": 10**12}
    return money.assign(dollars=money["value"] * money["unit"].map(factors)).sort_values("dollars", ascending=False)
