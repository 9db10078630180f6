# Misconception: the id of a claim is its citation. Hint: The citation is not the one that usjapan.cite gives
def source_of(claim_id):
    claims = usjapan.load("claims")
    row = claims[claims["claim_id"] == claim_id]
    return {
        "report_id": row["report_id"].item(),
        "paragraph_id": row["paragraph_id"].item(),
        "voice": row["voice"].item(),
        "citation": f"[{claim_id}]",
    }
