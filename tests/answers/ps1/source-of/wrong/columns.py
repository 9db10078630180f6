# Misconception: a column with one row is a value. Hint: .item() takes the one value out of it
def source_of(claim_id):
    claims = usjapan.load("claims")
    row = claims[claims["claim_id"] == claim_id]
    return {
        "report_id": row["report_id"],
        "paragraph_id": row["paragraph_id"],
        "voice": row["voice"],
        "citation": usjapan.cite(claim_id),
    }
