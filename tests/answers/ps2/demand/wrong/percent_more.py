# Misconception: quadruple means 400 per cent more. Hint: which is 200 per cent more and not 300 per cent more
def demanded_amount(current, multiple):
    increase = current * multiple
    return {"total": current + increase, "increase": increase}
