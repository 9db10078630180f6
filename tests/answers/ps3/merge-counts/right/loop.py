# A loop over the pairs of rows, a tuple
def merge_counts(claims, ties):
    met = []
    for claim in claims.to_dict("records"):
        for tie in ties.to_dict("records"):
            if claim["paragraph_id"] == tie["paragraph_id"]:
                met.append((claim["claim_id"], tie["tie_id"]))
    return len(met), len({claim for claim, _ in met}), len({tie for _, tie in met})
