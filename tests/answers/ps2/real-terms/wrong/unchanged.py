# Misconception: a dollar is a dollar in every year. Hint: it is still in the prices of its own year
def in_prices_of(amount, index_then, index_target):
    return amount
