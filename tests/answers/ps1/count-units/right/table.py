# A table with one row
def count_units(claims):
    numbers = [claims[name].nunique() for name in ["report_id", "paragraph_id", "claim_id"]]
    return pd.DataFrame([numbers], columns=["reports", "paragraphs", "claims"])
