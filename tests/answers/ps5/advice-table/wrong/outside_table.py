# Misconception: a function reads the table that the notebook loaded. Hint: use the input claims
def advice_table(made):
    claims = usjapan.load("claims")
    advice = claims[claims["kind"] == "recommendation"]
    return pd.crosstab(advice["report_id"], advice["addressee"])
