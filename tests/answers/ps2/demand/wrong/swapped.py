# Misconception: the order of two results does not matter. Hint: The two numbers have changed places
def demanded_amount(current, multiple):
    total = current * multiple
    return total - current, total
