# A table with one row
def source_of(claim_id):
    claims = usjapan.load("claims")
    row = claims[claims["claim_id"] == claim_id][["report_id", "paragraph_id", "voice"]]
    return row.assign(citation=usjapan.cite(claim_id))
