# Misconception: amounts are whole numbers. Hint: cut or rounded to a whole number
def in_prices_of(amount, index_then, index_target):
    return round(amount * index_target / index_then)
