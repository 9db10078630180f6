# Misconception: the answer is where the two lines meet, in parts of a claim. Hint: A part of a claim cannot be coded otherwise
def claims_to_level(strains_a, claims_a, strains_b, claims_b):
    lead = strains_a / claims_a - strains_b / claims_b
    return round(abs(lead) * (claims_a if lead > 0 else claims_b), 2)
