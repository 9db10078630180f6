# Misconception: an increase is always a percentage. Hint: not a percentage or a multiple
def demanded_amount(current, multiple):
    return {"total": current * multiple, "increase": (multiple - 1) * 100}
