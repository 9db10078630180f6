# Misconception: the voice with more straining claims leads by their difference. Hint: compare shares
def claims_to_level(strains_a, claims_a, strains_b, claims_b):
    return abs(strains_a - strains_b)
