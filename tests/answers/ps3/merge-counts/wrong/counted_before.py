# Misconception: a merge loses nothing. Hint: counted before the merge
def merge_counts(claims, ties):
    merged = claims.merge(ties, on="paragraph_id")
    return {"rows": len(merged), "claims": len(claims), "ties": len(ties)}
