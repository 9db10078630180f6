# Misconception: claims on other themes do not matter. Hint: do not drop the other claims before you group
student_id = ""


def theme_by_report(claims, theme):
    own = claims[claims["theme"] == theme]
    number = own.groupby("report_id").size()
    return pd.DataFrame({"number": number, "percent": number / claims.groupby("report_id").size()[number.index] * 100})


my_themes = theme_by_report(my_slice(usjapan.load("claims"), "theme-by-report", student_id), "commitment")
