# The ratio of the index values first
def in_prices_of(amount, index_then, index_target):
    factor = index_target / index_then
    return amount * factor
