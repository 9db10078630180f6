# Misconception: a claim that is coded otherwise is gone. Hint: the question asks for the smallest number
def claims_to_level(strains_a, claims_a, strains_b, claims_b):
    if strains_a / claims_a < strains_b / claims_b:
        strains_a, claims_a, strains_b, claims_b = strains_b, claims_b, strains_a, claims_a
    changed = 0
    while (strains_a - changed) * claims_b > strains_b * (claims_a - changed):
        changed += 1
    return changed
