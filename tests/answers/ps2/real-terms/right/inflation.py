# The rate of inflation between the years
def in_prices_of(amount, index_then, index_target):
    inflation = (index_target - index_then) / index_then
    return amount + amount * inflation
