# Misconception: prices only rise. Hint: When prices fall
def in_prices_of(amount, index_then, index_target):
    return amount * max(index_then, index_target) / min(index_then, index_target)
