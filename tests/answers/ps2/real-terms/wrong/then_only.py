# Misconception: dividing by its own index makes an amount real in any year. Hint: One of the two index values is left out
def in_prices_of(amount, index_then, index_target):
    return amount / index_then * 100
