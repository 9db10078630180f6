# Misconception: it does not matter which name makes the rows. Hint: Rows and columns have changed places
def advice_table(claims):
    advice = claims[claims["kind"] == "recommendation"]
    return pd.crosstab(advice["addressee"], advice["report_id"])
