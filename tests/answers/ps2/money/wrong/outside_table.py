# Misconception: a function reads the table that the notebook loaded. Hint: not a table from outside the function
def money_in_dollars(table):
    quantities = usjapan.load("quantities")
    money = quantities[quantities["currency"] == "USD"]
    factors = {"USD": 1, "USD million": 1e6, "USD billion": 1e9}
    return money.assign(dollars=money["value"] * money["unit"].map(factors)).sort_values("dollars", ascending=False)
