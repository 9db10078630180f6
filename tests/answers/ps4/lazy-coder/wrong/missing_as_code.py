# Misconception: a missing code is a code. Hint: Claims without a code are still in the total
def lazy_agreement(codes):
    return codes.value_counts(normalize=True, dropna=False).iloc[0] * 100
