# Misconception: a function that is written has been used. Hint: There is no answer in my_themes yet
student_id = ""
mine = my_slice(usjapan.load("claims"), "theme-by-report", student_id)


def theme_by_report(claims, theme):
    on_theme = (claims["theme"] == theme).groupby(claims["report_id"])
    return pd.DataFrame({"number": on_theme.sum(), "percent": on_theme.mean() * 100})
