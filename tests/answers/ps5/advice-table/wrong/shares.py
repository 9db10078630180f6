# Misconception: reports are compared by shares, whatever is asked. Hint: These are shares
def advice_table(claims):
    advice = claims[claims["kind"] == "recommendation"]
    return pd.crosstab(advice["report_id"], advice["addressee"], normalize="all")
