# A tuple, the increase as a difference
def demanded_amount(current, multiple):
    total = multiple * current
    return total, total - current
