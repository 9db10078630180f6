# Misconception: an index is always a percentage of the amount. Hint: One of the two index values is left out
def in_prices_of(amount, index_then, index_target):
    return amount * index_target / 100
