# Misconception: every share is a part of the whole table. Hint: The percentages are parts of the whole table
student_id = ""


def theme_by_report(claims, theme):
    number = (claims["theme"] == theme).groupby(claims["report_id"]).sum()
    return pd.DataFrame({"number": number, "percent": number / len(claims) * 100})


my_themes = theme_by_report(my_slice(usjapan.load("claims"), "theme-by-report", student_id), "commitment")
