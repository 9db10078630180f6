# pivot_table with sums of ones, the report as a column of its own
def advice_table(claims):
    advice = claims[claims["kind"] == "recommendation"].assign(one=1).astype({"addressee": "str"})
    return advice.pivot_table(index="report_id", columns="addressee", values="one", aggfunc="sum", fill_value=0).reset_index()
