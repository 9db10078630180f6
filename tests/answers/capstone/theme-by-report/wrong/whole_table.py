# Misconception: the slice is a sample, and the whole table is better. Hint: and not your slice
student_id = "@STUDENT@"
mine = my_slice(usjapan.load("claims"), "theme-by-report", student_id)


def theme_by_report(claims, theme):
    on_theme = (claims["theme"] == theme).groupby(claims["report_id"])
    return pd.DataFrame({"number": on_theme.sum(), "percent": on_theme.mean() * 100})


my_themes = theme_by_report(usjapan.load("claims"), "commitment")
