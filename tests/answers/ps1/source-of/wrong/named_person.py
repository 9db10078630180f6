# Misconception: the voice is a person. Hint: voice_actor_id is filled for some claims only
def source_of(claim_id):
    claims = usjapan.load("claims")
    row = claims[claims["claim_id"] == claim_id]
    return {
        "report_id": row["report_id"].item(),
        "paragraph_id": row["paragraph_id"].item(),
        "voice": row["voice_actor_id"].item(),
        "citation": usjapan.cite(claim_id),
    }
