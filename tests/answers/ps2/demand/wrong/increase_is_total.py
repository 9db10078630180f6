# Misconception: the increase is the whole sum demanded. Hint: The increase is only what comes on top
def demanded_amount(current, multiple):
    total = current * multiple
    return {"total": total, "increase": total}
