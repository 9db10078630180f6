# Misconception: money comes in whole units. Hint: cut or rounded to whole numbers
def demanded_amount(current, multiple):
    total = int(current * multiple)
    return {"total": total, "increase": int(total - current)}
