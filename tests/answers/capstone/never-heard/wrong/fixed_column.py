# Misconception: the only coded column is the voice. Hint: The result holds codes of another column
def never_heard(claims, column):
    codes = claims["voice"].cat.categories
    return {report: [code for code in codes if code not in set(own["voice"])] for report, own in claims.groupby("report_id")}
