# Misconception: the numbers that somebody without an id found fit everybody. Hint: your slice
student_id = "@STUDENT@"
mine = my_slice(usjapan.load("claims"), "theme-by-report", student_id)


def theme_by_report(claims, theme):
    on_theme = (claims["theme"] == theme).groupby(claims["report_id"])
    return pd.DataFrame({"number": on_theme.sum(), "percent": on_theme.mean() * 100})


my_themes = theme_by_report(my_slice(usjapan.load("claims"), "theme-by-report", ""), "commitment")
