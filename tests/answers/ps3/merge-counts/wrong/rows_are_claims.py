# Misconception: after a merge a row is still a claim. Hint: Claims and ties are counted as rows
def merge_counts(claims, ties):
    merged = claims.merge(ties, on="paragraph_id")
    return {"rows": len(merged), "claims": merged["claim_id"].count(), "ties": merged["tie_id"].count()}
