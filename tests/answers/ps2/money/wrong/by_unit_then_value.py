# Misconception: every amount in billions is larger than every amount in millions. Hint: The amounts are not sorted from the largest to the smallest
def money_in_dollars(quantities):
    money = quantities[quantities["currency"] == "USD"].copy()
    factors = {"USD": 1, "USD million": 1e6, "USD billion": 1e9}
    money["factor"] = money["unit"].map(factors)
    money["dollars"] = money["value"] * money["factor"]
    return money.sort_values(["factor", "value"], ascending=False)
