# Misconception: a multiple is added. Hint: A multiple multiplies and is not added
def demanded_amount(current, multiple):
    return {"total": current + multiple, "increase": multiple}
