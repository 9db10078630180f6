# groupby and unstack over every category of the codebook
def advice_table(claims):
    advice = claims[claims["kind"].eq("recommendation")]
    return advice.groupby(["report_id", "addressee"], observed=False).size().unstack(fill_value=0)
