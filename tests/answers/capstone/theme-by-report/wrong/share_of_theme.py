# Misconception: a report's share is its part of the theme. Hint: The percentages add up to 100 over the reports
def theme_by_report(claims, theme):
    number = (claims["theme"] == theme).groupby(claims["report_id"]).sum()
    return pd.DataFrame({"number": number, "percent": number / number.sum() * 100})
