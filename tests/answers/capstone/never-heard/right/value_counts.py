# Counts of zero, a tuple for each report
def never_heard(claims, column):
    missing = {}
    for report in sorted(set(claims["report_id"])):
        counts = claims[claims["report_id"] == report][column].value_counts()
        missing[report] = tuple(counts[counts == 0].index)
    return missing
