# Misconception: a count of pairs is a wide table already. Hint: The counts are still in long form
def advice_table(claims):
    advice = claims[claims["kind"] == "recommendation"]
    return advice.groupby(["report_id", "addressee"], observed=True).size()
