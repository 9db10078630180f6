# A dictionary filled by a loop, levels ranked by hand
def least_sure(claims, column):
    rank = ["possible", "probable", "asserted"]
    lowest = {}
    for value, level in zip(claims[column], claims["modality"]):
        if value == value and level in rank and (value not in lowest or rank.index(level) < rank.index(lowest[value])):
            lowest[value] = level
    return lowest
