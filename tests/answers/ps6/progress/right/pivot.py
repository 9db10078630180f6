# A table of kinds by programme and unit, incomplete rows dropped
def progress(sums):
    table = sums.astype({"kind": "str"}).pivot_table(index=["programme", "unit"], columns="kind", values="value", aggfunc="sum")
    table = table.reindex(columns=["pledge", "actual"]).dropna().reset_index("unit", drop=True)
    return table["actual"].astype("float64") / table["pledge"] * 100
