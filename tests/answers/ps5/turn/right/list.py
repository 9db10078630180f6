# All numbers that are enough, then the smallest; a float
def claims_to_level(strains_a, claims_a, strains_b, claims_b):
    if strains_b / claims_b > strains_a / claims_a:
        return claims_to_level(strains_b, claims_b, strains_a, claims_a)
    enough = [k for k in range(claims_a + 1) if (strains_a - k) / claims_a <= strains_b / claims_b]
    return float(min(enough))
