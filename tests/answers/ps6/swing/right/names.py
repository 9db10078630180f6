# Each assumption by its name, without the function
def swing(base, alternatives):
    share, gdp, rate = base["share"], base["gdp"], base["yen_per_dollar"]
    widths = []
    if "yen_per_dollar" in alternatives:
        rates = alternatives["yen_per_dollar"]
        widths.append(("yen_per_dollar", gdp * share * 10 * (1 / min(rates) - 1 / max(rates))))
    if "gdp" in alternatives:
        widths.append(("gdp", (max(alternatives["gdp"]) - min(alternatives["gdp"])) * share * 10 / rate))
    if "share" in alternatives:
        widths.append(("share", (max(alternatives["share"]) - min(alternatives["share"])) * gdp * 10 / rate))
    return {name: round(width, 2) for name, width in widths}
