# Misconception: a report without a gap has no place in the result. Hint: one in which every code occurs has an empty list
def never_heard(claims, column):
    missing = {}
    for report, own in claims.groupby("report_id"):
        codes = [code for code in claims[column].cat.categories if code not in set(own[column])]
        if codes:
            missing[report] = codes
    return missing
