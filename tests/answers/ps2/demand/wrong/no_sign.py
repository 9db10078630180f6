# Misconception: a change has no sign. Hint: do not drop its sign
def demanded_amount(current, multiple):
    total = current * multiple
    return {"total": total, "increase": abs(total - current)}
