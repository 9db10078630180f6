# Misconception: the question is which code is the commonest. Hint: lazy_agreement should return one number
def lazy_agreement(codes):
    return codes.mode()[0]
