# Misconception: a report's share is its part of the theme. Hint: The percentages add up to 100 over the reports
student_id = ""


def theme_by_report(claims, theme):
    number = (claims["theme"] == theme).groupby(claims["report_id"]).sum()
    return pd.DataFrame({"number": number, "percent": number / number.sum() * 100})


my_themes = theme_by_report(my_slice(usjapan.load("claims"), "theme-by-report", student_id), "commitment")
