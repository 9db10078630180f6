# Shares first, odds from shares
def odds_ratio(here, length_here, others, length_others, strength):
    prior = strength * (here + others) / (length_here + length_others)
    p = (here + prior) / (length_here + strength)
    q = (others + prior) / (length_others + strength)
    return p / (1 - p) / (q / (1 - q))
