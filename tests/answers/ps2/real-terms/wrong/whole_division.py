# Misconception: // divides. Hint: use / and not //
def in_prices_of(amount, index_then, index_target):
    return amount * index_target // index_then
