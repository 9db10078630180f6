# Misconception: the index values of the example hold for all years. Hint: The factor is always that of the example
def in_prices_of(amount, index_then, index_target):
    return amount * 120 / 80
