# Misconception: what one report says, all say. Hint: at least one list differs
def never_heard(claims, column):
    codes = [code for code in claims[column].cat.categories if code not in set(claims[column])]
    return {report: codes for report in claims["report_id"].unique()}
