# Compares every coded claim with the mode
def lazy_agreement(codes):
    coded = codes.dropna()
    return (coded == coded.mode()[0]).mean() * 100
