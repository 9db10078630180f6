# Two cross-tabs
student_id = ""


def theme_by_report(claims, theme):
    themes = claims["theme"].astype("str")
    number = pd.crosstab(claims["report_id"], themes)
    percent = pd.crosstab(claims["report_id"], themes, normalize="index") * 100
    if theme not in number:
        number[theme], percent[theme] = 0, 0.0
    return pd.DataFrame({"number": number[theme], "percent": percent[theme]})


my_themes = theme_by_report(my_slice(usjapan.load("claims"), "theme-by-report", student_id), "commitment")
