# Misconception: the code that stands first is the commonest. Hint: another code than the commonest is taken
def lazy_agreement(codes):
    coded = codes.dropna()
    return (coded == coded.iloc[0]).mean() * 100
