# Misconception: a neighbour's numbers are as good as one's own. Hint: student_id names somebody else than who handed in
student_id = "a-neighbour"
mine = my_slice(usjapan.load("claims"), "theme-by-report", student_id)


def theme_by_report(claims, theme):
    on_theme = (claims["theme"] == theme).groupby(claims["report_id"])
    return pd.DataFrame({"number": on_theme.sum(), "percent": on_theme.mean() * 100})


my_themes = theme_by_report(mine, "commitment")
