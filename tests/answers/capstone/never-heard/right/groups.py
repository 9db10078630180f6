# A loop over the groups
def never_heard(claims, column):
    missing = {}
    for report, own in claims.groupby("report_id"):
        missing[report] = [code for code in claims[column].cat.categories if code not in set(own[column])]
    return missing
