# groupby, size and unstack, every modality a column, rounded
def modality_shares(claims, column):
    coded = claims[claims["modality"].notna()].astype({"modality": "str"})
    counts = coded.groupby([column, "modality"], observed=True).size().unstack(fill_value=0)
    counts = counts.reindex(columns=["asserted", "probable", "possible"], fill_value=0)
    return counts.div(counts.sum(axis="columns"), axis="index").round(2)
