# Misconception: the mix of two texts is the mean of their shares. Hint: a longer text weighs more
def odds_ratio(here, length_here, others, length_others, strength):
    prior = strength * (here / length_here + others / length_others) / 2
    odds_here = (here + prior) / (length_here + strength - here - prior)
    odds_others = (others + prior) / (length_others + strength - others - prior)
    return odds_here / odds_others
