# Misconception: merge finds the key by itself. Hint: without on=, merge asks
def merge_counts(claims, ties):
    merged = claims.merge(ties)
    return {"rows": len(merged), "claims": merged["claim_id"].nunique(), "ties": merged["tie_id"].nunique()}
