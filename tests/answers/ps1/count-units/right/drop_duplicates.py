# Repeated rows dropped first, a tuple
def count_units(claims):
    once = claims.drop_duplicates("claim_id")
    return len(once), len(once.drop_duplicates("paragraph_id")), len(once["report_id"].unique())
