# Misconception: the report is source enough. Hint: names the report but not the paragraph
def source_of(claim_id):
    claims = usjapan.load("claims")
    row = claims[claims["claim_id"] == claim_id]
    report_id = row["report_id"].item()
    return {
        "report_id": report_id,
        "paragraph_id": row["paragraph_id"].item(),
        "voice": row["voice"].item(),
        "citation": usjapan.cite(report_id),
    }
