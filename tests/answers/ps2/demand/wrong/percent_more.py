# Misconception: quadruple means 400 per cent more. Hint: which is 100 per cent more and not 200 per cent more
def demanded_amount(current, multiple):
    increase = current * multiple
    return {"total": current + increase, "increase": increase}
