# Misconception: the example is the question. Hint: not the numbers of the example
def demanded_amount(current, multiple):
    return {"total": 15, "increase": 10}
