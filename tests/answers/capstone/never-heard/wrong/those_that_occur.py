# Misconception: a code exists when it occurs in the table. Hint: goes missing: begin with all values
def never_heard(claims, column):
    codes = set(claims[column].dropna())
    return {report: sorted(codes - set(own[column])) for report, own in claims.groupby("report_id")}
