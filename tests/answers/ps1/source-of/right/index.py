# claim_id as the index, loc for the row
def source_of(claim_id):
    row = usjapan.load("claims").set_index("claim_id").loc[claim_id]
    return {
        "citation": usjapan.cite(claim_id),
        "voice": row["voice"],
        "paragraph_id": row["paragraph_id"],
        "report_id": row["report_id"],
    }
