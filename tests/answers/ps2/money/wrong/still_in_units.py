# Misconception: the column value is in dollars. Hint: The amounts are still in their units
def money_in_dollars(quantities):
    money = quantities[quantities["currency"] == "USD"]
    return money.assign(dollars=money["value"]).sort_values("dollars", ascending=False)
