# Two counts, the absent report filled in, the report in a column
student_id = ""


def theme_by_report(claims, theme):
    whole = claims["report_id"].value_counts()
    number = claims.loc[claims["theme"] == theme, "report_id"].value_counts().reindex(whole.index, fill_value=0)
    table = pd.DataFrame({"percent": (number / whole * 100).round(1), "number": number})
    return table.rename_axis("report_id").reset_index()


my_themes = theme_by_report(my_slice(usjapan.load("claims"), "theme-by-report", student_id), "commitment")
