# No merge: products of counts by paragraph
def merge_counts(claims, ties):
    here, there = claims["paragraph_id"].value_counts(), ties["paragraph_id"].value_counts()
    shared = here.index.intersection(there.index)
    rows = (here[shared] * there[shared]).sum()
    return {"rows": rows, "claims": here[shared].sum(), "ties": there[shared].sum()}
