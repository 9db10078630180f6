# Misconception: the commonest code is asserted everywhere. Hint: The lazy coder always says asserted here
def lazy_agreement(codes):
    return (codes.dropna() == "asserted").mean() * 100
