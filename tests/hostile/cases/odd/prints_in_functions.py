# Tries: honest functions that print.
# Expect: loses nothing
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    print("factor", index_target / index_then)
    return amount * index_target / index_then


print(in_prices_of(1, 2, 3))
