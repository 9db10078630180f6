# Misconception: the voice named first is the leading one. Hint: first find out which of the two leads
def claims_to_level(strains_a, claims_a, strains_b, claims_b):
    changed = 0
    while (strains_a - changed) * claims_b > strains_b * claims_a:
        changed += 1
    return changed
