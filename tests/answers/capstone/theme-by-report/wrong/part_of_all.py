# Misconception: every share is a part of the whole table. Hint: The percentages are parts of the whole table
def theme_by_report(claims, theme):
    number = (claims["theme"] == theme).groupby(claims["report_id"]).sum()
    return pd.DataFrame({"number": number, "percent": number / len(claims) * 100})
