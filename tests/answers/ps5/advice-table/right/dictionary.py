# A dictionary of dictionaries
def advice_table(claims):
    advice = claims[claims["kind"] == "recommendation"]
    names = [str(name) for name in claims["addressee"].cat.categories]
    return {
        report: {name: int((group["addressee"] == name).sum()) for name in names}
        for report, group in advice.groupby("report_id")
    }
