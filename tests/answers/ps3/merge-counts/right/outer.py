# An outer merge whose lonely rows are dropped again
def merge_counts(claims, ties):
    merged = claims.merge(ties, on=["report_id", "paragraph_id"], how="outer").dropna(subset=["claim_id", "tie_id"])
    once = merged.drop_duplicates("claim_id")
    return {"rows": merged.shape[0], "claims": len(once), "ties": len(set(merged["tie_id"]))}
