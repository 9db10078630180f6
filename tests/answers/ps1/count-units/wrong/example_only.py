# Misconception: the example is the question. Hint: not the numbers of the example
def count_units(claims):
    return {"claims": 4, "paragraphs": 3, "reports": 2}
