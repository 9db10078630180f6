# Misconception: a number of gaps names them. Hint: never_heard should return a dictionary with a list of codes
def never_heard(claims, column):
    codes = claims[column].cat.categories
    return {report: len(codes) - own[column].nunique() for report, own in claims.groupby("report_id")}
