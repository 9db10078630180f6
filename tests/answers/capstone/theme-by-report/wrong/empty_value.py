# Misconception: nothing found is an empty cell. Hint: An empty value (NaN) stands in the result
def theme_by_report(claims, theme):
    number = claims[claims["theme"] == theme].groupby("report_id").size()
    whole = claims.groupby("report_id").size()
    return pd.DataFrame({"number": number, "percent": number / whole * 100}, index=whole.index)
