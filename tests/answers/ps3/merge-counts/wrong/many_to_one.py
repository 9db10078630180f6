# Misconception: a merge keeps the number of rows. Hint: rows is the number of claims or of ties
def merge_counts(claims, ties):
    shared = claims[claims["paragraph_id"].isin(ties["paragraph_id"])]
    met = ties[ties["paragraph_id"].isin(claims["paragraph_id"])]
    return {"rows": len(shared), "claims": len(shared), "ties": len(met)}
