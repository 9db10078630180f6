# Misconception: an empty cell and a zero are the same. Hint: a count of none is 0
def advice_table(claims):
    advice = claims[claims["kind"] == "recommendation"]
    return advice.groupby(["report_id", "addressee"], observed=True).size().unstack()
