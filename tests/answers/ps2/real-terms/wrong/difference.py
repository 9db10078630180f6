# Misconception: the change of the index is an amount of money. Hint: not by adding a difference
def in_prices_of(amount, index_then, index_target):
    return amount + (index_target - index_then)
