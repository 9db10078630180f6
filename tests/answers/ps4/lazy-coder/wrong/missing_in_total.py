# Misconception: an empty cell is a claim that is missed. Hint: Claims without a code are still in the total
def lazy_agreement(codes):
    return codes.value_counts().max() / len(codes) * 100
