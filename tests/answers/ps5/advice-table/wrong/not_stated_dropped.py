# Misconception: not stated is a missing value. Hint: not stated is a code like the others
def advice_table(claims):
    advice = claims[(claims["kind"] == "recommendation") & (claims["addressee"] != "not_stated")]
    return pd.crosstab(advice["report_id"], advice["addressee"])
