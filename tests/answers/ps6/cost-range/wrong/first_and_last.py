# Misconception: lists come in order. Hint: the lists need not be in order
def cost_range(share, gdps, rates):
    return [gdps[0] * share * 10 / rates[-1], gdps[-1] * share * 10 / rates[0]]
