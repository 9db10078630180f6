# A list that begins with the increase in the making
def demanded_amount(current, multiple):
    increase = current * multiple - current
    return [current + increase, increase]
