# Misconception: what comes on top is as much as before. Hint: The increase equals the current amount only when the multiple is 2
def demanded_amount(current, multiple):
    return {"total": current * multiple, "increase": current}
