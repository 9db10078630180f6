# The difference of two logarithms, turned back
import numpy as np


def odds_ratio(here, length_here, others, length_others, strength):
    prior = strength * (here + others) / (length_here + length_others)
    counts = np.array([here, others]) + prior
    rest = np.array([length_here, length_others]) + strength - counts
    log_odds = np.log(counts) - np.log(rest)
    return np.exp(log_odds[0] - log_odds[1])
