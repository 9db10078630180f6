# Misconception: odds are shares. Hint: This compares shares
def odds_ratio(here, length_here, others, length_others, strength):
    prior = strength * (here + others) / (length_here + length_others)
    return ((here + prior) / (length_here + strength)) / ((others + prior) / (length_others + strength))
