# Misconception: the number of hits is the agreement. Hint: This is the number of claims with the commonest code
def lazy_agreement(codes):
    return codes.value_counts().max()
