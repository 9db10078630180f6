# Misconception: a lead ends only when the other voice leads. Hint: the lead has ended when the two shares are equal
def claims_to_level(strains_a, claims_a, strains_b, claims_b):
    if strains_a / claims_a < strains_b / claims_b:
        strains_a, claims_a, strains_b, claims_b = strains_b, claims_b, strains_a, claims_a
    changed = 0
    while (strains_a - changed) * claims_b >= strains_b * claims_a and changed <= strains_a:
        changed += 1
    return changed
