# Misconception: the table outside the function is the one that is asked for. Hint: use the input claims, not a table from outside the function
student_id = ""


all_claims = usjapan.load("claims")


def theme_by_report(claims, theme):
    on_theme = (all_claims["theme"] == theme).groupby(all_claims["report_id"])
    return pd.DataFrame({"number": on_theme.sum(), "percent": on_theme.mean() * 100})


my_themes = theme_by_report(my_slice(usjapan.load("claims"), "theme-by-report", student_id), "commitment")
