# A loop over the rows, whole dollars as int, two columns only
def money_in_dollars(quantities):
    rows = []
    for _, row in quantities.iterrows():
        if row["currency"] == "USD":
            factor = 1
            if "million" in row["unit"]:
                factor = 1_000_000
            if "billion" in row["unit"]:
                factor = 1_000_000_000
            rows.append({"quantity_id": row["quantity_id"], "dollars": round(row["value"] * factor)})
    rows.sort(key=lambda row: -row["dollars"])
    return pd.DataFrame(rows, columns=["quantity_id", "dollars"])
