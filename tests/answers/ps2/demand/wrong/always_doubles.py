# Misconception: the function is for this one demand. Hint: The increase equals the current amount only when the multiple is 2
def demanded_amount(current, multiple):
    return {"total": current * 2, "increase": current}
