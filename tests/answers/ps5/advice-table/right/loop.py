# Nested loops into a table, floats
def advice_table(claims):
    advice = claims[claims["kind"] == "recommendation"]
    table = pd.DataFrame(0.0, index=sorted(set(claims["report_id"])), columns=["not_stated", "others", "both", "japan", "united_states"])
    for report, addressee in zip(advice["report_id"], advice["addressee"]):
        table.loc[report, addressee] += 1
    return table
