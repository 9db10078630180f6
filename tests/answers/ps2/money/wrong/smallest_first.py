# Misconception: sort_values puts the largest first. Hint: from the largest to the smallest
def money_in_dollars(quantities):
    money = quantities[quantities["currency"] == "USD"]
    factors = {"USD": 1, "USD million": 1e6, "USD billion": 1e9}
    return money.assign(dollars=money["value"] * money["unit"].map(factors)).sort_values("dollars")
