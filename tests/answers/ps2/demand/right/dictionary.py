# A dictionary, the increase from multiple minus one
def demanded_amount(current, multiple):
    return {"increase": current * (multiple - 1), "total": current * multiple}
