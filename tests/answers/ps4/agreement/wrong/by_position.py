# Misconception: both coders list the claims in the same order. Hint: compared by their place and not by their claim
def agreement(first, second):
    pairs = list(zip(first, second))
    return sum(a == b for a, b in pairs) / len(pairs) * 100
