# Misconception: unique counts. Hint: unique() lists values, nunique() counts them
def count_units(claims):
    return {
        "claims": list(claims["claim_id"].unique()),
        "paragraphs": list(claims["paragraph_id"].unique()),
        "reports": list(claims["report_id"].unique()),
    }
