# Report and paragraph cut from the id, after cite has checked it
def source_of(claim_id):
    citation = usjapan.cite(claim_id)
    claims = usjapan.load("claims")
    voice = claims.loc[claims["claim_id"] == claim_id, "voice"].item()
    report_id, paragraph, _ = claim_id.split("-")
    return {"report_id": report_id, "paragraph_id": f"{report_id}-{paragraph}", "voice": voice, "citation": citation}
