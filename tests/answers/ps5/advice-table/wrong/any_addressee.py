# Misconception: a claim with an addressee is a recommendation. Hint: keep the rows whose kind is recommendation
def advice_table(claims):
    return pd.crosstab(claims["report_id"], claims["addressee"])
