# Sets, one taken away from the other
def never_heard(claims, column):
    codes = set(claims[column].cat.categories)
    return {report: codes - set(claims.loc[claims["report_id"] == report, column]) for report in claims["report_id"].unique()}
