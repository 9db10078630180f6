# Misconception: the table outside the function is the one that is asked for. Hint: use the input claims, not a table from outside the function
all_claims = usjapan.load("claims")


def theme_by_report(claims, theme):
    on_theme = (all_claims["theme"] == theme).groupby(all_claims["report_id"])
    return pd.DataFrame({"number": on_theme.sum(), "percent": on_theme.mean() * 100})
