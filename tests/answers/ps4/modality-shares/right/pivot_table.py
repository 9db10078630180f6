# pivot_table of sizes, the values of the column as a column of their own
def modality_shares(claims, column):
    counts = claims.pivot_table(index=column, columns="modality", values="claim_id", aggfunc="count", observed=True).fillna(0)
    shares = counts.apply(lambda row: row / row.sum(), axis=1)
    shares.columns = [str(name) for name in shares.columns]
    return shares.reset_index()
