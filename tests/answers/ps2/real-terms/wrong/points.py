# Misconception: index points are per cent. Hint: points are per cent only when the index begins at 100
def in_prices_of(amount, index_then, index_target):
    return amount * (1 + (index_target - index_then) / 100)
