# By way of the base year, rounded to two decimals
def in_prices_of(amount, index_then, index_target):
    in_base_prices = amount / (index_then / 100)
    return round(in_base_prices * index_target / 100, 2)
