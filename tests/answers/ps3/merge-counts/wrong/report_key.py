# Misconception: any shared column is the key. Hint: the key is the paragraph, not the report
def merge_counts(claims, ties):
    merged = claims.merge(ties, on="report_id")
    return {"rows": len(merged), "claims": merged["claim_id"].nunique(), "ties": merged["tie_id"].nunique()}
