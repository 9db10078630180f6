# A loop into a dictionary
student_id = ""


def theme_by_report(claims, theme):
    result = {}
    for report in claims["report_id"].unique():
        own = claims[claims["report_id"] == report]
        number = sum(own["theme"] == theme)
        result[report] = {"number": number, "percent": 100 * number / len(own)}
    return result


my_themes = theme_by_report(my_slice(usjapan.load("claims"), "theme-by-report", student_id), "commitment")
