# Misconception: a part of a claim may be dropped. Hint: One claim too few
def claims_to_level(strains_a, claims_a, strains_b, claims_b):
    distance = abs(strains_a * claims_b - strains_b * claims_a)
    other = claims_b if strains_a * claims_b > strains_b * claims_a else claims_a
    return distance // other
