# Misconception: only sums in billions are money. Hint: two rows are US dollars
def money_in_dollars(quantities):
    money = quantities[quantities["unit"] == "USD billion"]
    return money.assign(dollars=money["value"] * 1e9).sort_values("dollars", ascending=False)
