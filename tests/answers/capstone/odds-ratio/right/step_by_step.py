# Counts and other words, step by step; rounded
def odds_ratio(here, length_here, others, length_others, strength):
    mix = (here + others) / (length_here + length_others)
    here, others = here + strength * mix, others + strength * mix
    rest_here = length_here + strength - here
    rest_others = length_others + strength - others
    return round((here * rest_others) / (rest_here * others), 2)
