# The zeros of a cross-tab with all codes, in a Series
def never_heard(claims, column):
    counts = claims.groupby(["report_id", column], observed=False).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(claims[column].cat.categories), fill_value=0)
    return counts.apply(lambda row: list(row.index[row == 0]), axis=1, result_type="reduce")
