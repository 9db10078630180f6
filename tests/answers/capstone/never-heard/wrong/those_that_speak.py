# Misconception: the question is who speaks. Hint: These are the voices that do speak
def never_heard(claims, column):
    return {report: sorted(set(own[column].dropna())) for report, own in claims.groupby("report_id")}
