# Misconception: a paragraph is named by its number. Hint: The paragraph_id is not that of a paragraph
def source_of(claim_id):
    claims = usjapan.load("claims")
    row = claims[claims["claim_id"] == claim_id]
    return {
        "report_id": row["report_id"].item(),
        "paragraph_id": claim_id.split("-")[1],
        "voice": row["voice"].item(),
        "citation": usjapan.cite(claim_id),
    }
