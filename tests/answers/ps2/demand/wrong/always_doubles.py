# Misconception: the function is for this one demand. Hint: doubles whatever the multiple is
def demanded_amount(current, multiple):
    return {"total": current * 2, "increase": current}
