# The largest group over the number of coded claims
def lazy_agreement(codes):
    sizes = codes.groupby(codes, observed=True).size()
    return sizes.max() * 100 / codes.count()
