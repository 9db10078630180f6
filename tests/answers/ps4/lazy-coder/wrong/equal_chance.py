# Misconception: without reading, every code is equally likely to hit. Hint: the lazy coder does not guess
def lazy_agreement(codes):
    return 100 / codes.nunique()
