# A Series from the first row that fits, the paragraph cited
def source_of(claim_id):
    claims = usjapan.load("claims").astype({"voice": "str"})
    row = claims[claims["claim_id"] == claim_id].iloc[0]
    source = row[["report_id", "paragraph_id", "voice"]].copy()
    source["citation"] = usjapan.cite(row["paragraph_id"])
    return source
