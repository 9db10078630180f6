# Misconception: one number answers both questions. Hint: should return two numbers
def demanded_amount(current, multiple):
    return current * multiple
