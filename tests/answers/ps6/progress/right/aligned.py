# Two Series that line up by programme and unit
def progress(sums):
    keyed = sums.set_index(["programme", "unit"])
    pledge = keyed.loc[(keyed["kind"] == "pledge").to_numpy(), "value"]
    actual = keyed.loc[(keyed["kind"] == "actual").to_numpy(), "value"].groupby(["programme", "unit"]).sum()
    percent = (actual.reindex(pledge.index) / pledge * 100).dropna()
    return percent.rename("percent").reset_index()[["programme", "percent"]]
