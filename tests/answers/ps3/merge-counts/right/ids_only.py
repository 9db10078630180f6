# Only the ids are merged; a Series
def merge_counts(claims, ties):
    left, right = claims[["paragraph_id", "claim_id"]], ties[["paragraph_id", "tie_id"]]
    merged = pd.merge(left, right, how="inner", on="paragraph_id", validate="many_to_many")
    return pd.Series({"ties": merged["tie_id"].nunique(), "claims": merged["claim_id"].nunique(), "rows": len(merged)})
