# A lazy coder's codes in full, compared by the function of the course
def lazy_agreement(codes):
    commonest = codes.value_counts().index[0]
    return usjapan.percent_agreement(list(codes), [commonest] * len(codes))
