# Misconception: claims on other themes do not matter. Hint: do not drop the other claims before you group
def theme_by_report(claims, theme):
    own = claims[claims["theme"] == theme]
    number = own.groupby("report_id").size()
    return pd.DataFrame({"number": number, "percent": number / claims.groupby("report_id").size()[number.index] * 100})
