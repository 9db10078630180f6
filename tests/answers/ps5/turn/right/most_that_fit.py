# How many straining claims the leader may keep
def claims_to_level(strains_a, claims_a, strains_b, claims_b):
    kept_a = min(strains_a, strains_b * claims_a // claims_b)
    kept_b = min(strains_b, strains_a * claims_b // claims_a)
    return max(strains_a - kept_a, strains_b - kept_b) if (strains_a - kept_a) * (strains_b - kept_b) == 0 else None
