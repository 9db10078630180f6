# One table for each unit, put together and sorted
def money_in_dollars(quantities):
    usd = quantities[quantities["currency"] == "USD"]
    billions = usd[usd["unit"] == "USD billion"].assign(dollars=lambda table: table["value"] * 1e9)
    millions = usd[usd["unit"] == "USD million"].assign(dollars=lambda table: table["value"] * 1e6)
    plain = usd[usd["unit"] == "USD"].assign(dollars=lambda table: table["value"])
    return pd.concat([plain, millions, billions]).sort_values("dollars", ascending=False, ignore_index=True)
