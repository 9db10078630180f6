# Misconception: the prior adds to the count alone. Hint: The prior is added above the line only
def odds_ratio(here, length_here, others, length_others, strength):
    prior = strength * (here + others) / (length_here + length_others)
    return ((here + prior) / (length_here - here)) / ((others + prior) / (length_others - others))
