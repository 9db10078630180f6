# Misconception: a score is always a logarithm. Hint: This is a logarithm of the ratio
import math


def odds_ratio(here, length_here, others, length_others, strength):
    prior = strength * (here + others) / (length_here + length_others)
    odds_here = (here + prior) / (length_here + strength - here - prior)
    odds_others = (others + prior) / (length_others + strength - others - prior)
    return math.log(odds_here / odds_others)
