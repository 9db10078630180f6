# One claim after the other, shares as fractions
from fractions import Fraction


def claims_to_level(strains_a, claims_a, strains_b, claims_b):
    voices = sorted([(Fraction(strains_a, claims_a), strains_a, claims_a), (Fraction(strains_b, claims_b), strains_b, claims_b)])
    (goal, _, _), (_, strains, size) = voices
    for changed in range(strains + 1):
        if Fraction(strains - changed, size) <= goal:
            return changed
