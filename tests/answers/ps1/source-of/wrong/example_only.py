# Misconception: the example is the question. Hint: look up the row whose claim_id is the input
def source_of(claim_id):
    claims = usjapan.load("claims")
    row = claims[claims["claim_id"] == "anchor2026-p13-c2"]
    return {
        "report_id": row["report_id"].item(),
        "paragraph_id": row["paragraph_id"].item(),
        "voice": row["voice"].item(),
        "citation": usjapan.cite("anchor2026-p13-c2"),
    }
