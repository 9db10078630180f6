# Misconception: real terms always means a smaller amount. Hint: the two index values have changed places
def in_prices_of(amount, index_then, index_target):
    return amount * index_then / index_target
