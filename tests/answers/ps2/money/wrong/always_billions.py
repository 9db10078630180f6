# Misconception: every sum in the table is in billions. Hint: not every row is in billions
def money_in_dollars(quantities):
    money = quantities[quantities["currency"] == "USD"]
    return money.assign(dollars=money["value"] * 1_000_000_000).sort_values("dollars", ascending=False)
