# Misconception: a number with its unit is still a number. Hint: in_prices_of should return one number
def in_prices_of(amount, index_then, index_target):
    return f"{amount * index_target / index_then} billion"
