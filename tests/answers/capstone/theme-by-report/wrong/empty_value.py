# Misconception: nothing found is an empty cell. Hint: An empty value (NaN) stands in the result
student_id = ""


def theme_by_report(claims, theme):
    number = claims[claims["theme"] == theme].groupby("report_id").size()
    whole = claims.groupby("report_id").size()
    return pd.DataFrame({"number": number, "percent": number / whole * 100}, index=whole.index)


my_themes = theme_by_report(my_slice(usjapan.load("claims"), "theme-by-report", student_id), "commitment")
