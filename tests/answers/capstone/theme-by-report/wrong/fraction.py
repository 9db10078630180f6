# Misconception: a mean is a percentage. Hint: These are fractions of 1
def theme_by_report(claims, theme):
    on_theme = (claims["theme"] == theme).groupby(claims["report_id"])
    return pd.DataFrame({"number": on_theme.sum(), "percent": on_theme.mean()})
