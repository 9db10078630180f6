# Misconception: sorting before or after the conversion is the same. Hint: sort by dollars, from the largest to the smallest
def money_in_dollars(quantities):
    money = quantities[quantities["currency"] == "USD"].sort_values("value", ascending=False)
    factors = {"USD": 1, "USD million": 1e6, "USD billion": 1e9}
    return money.assign(dollars=money["value"] * money["unit"].map(factors))
