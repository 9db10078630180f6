# Misconception: a ratio has no direction. Hint: The ratio stands on its head
def odds_ratio(here, length_here, others, length_others, strength):
    prior = strength * (here + others) / (length_here + length_others)
    odds_here = (here + prior) / (length_here + strength - here - prior)
    odds_others = (others + prior) / (length_others + strength - others - prior)
    return odds_others / odds_here
