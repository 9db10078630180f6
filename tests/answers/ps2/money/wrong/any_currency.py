# Misconception: a billion is a billion in every currency. Hint: An amount in another currency than US dollars is in the result
def money_in_dollars(quantities):
    money = quantities[quantities["currency"].notna()].copy()
    money["dollars"] = money["value"]
    money.loc[money["unit"].str.contains("million"), "dollars"] *= 1e6
    money.loc[money["unit"].str.contains("billion"), "dollars"] *= 1e9
    return money.sort_values("dollars", ascending=False)
