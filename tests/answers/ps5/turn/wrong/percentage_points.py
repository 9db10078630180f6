# Misconception: a lead is measured in percentage points. Hint: This is the distance between the two shares
def claims_to_level(strains_a, claims_a, strains_b, claims_b):
    return round(abs(strains_a / claims_a - strains_b / claims_b) * 100)
