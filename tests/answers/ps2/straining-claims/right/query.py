# query, and claim_id as the index
claims = usjapan.load("claims")
straining_claims = (
    claims.query("report_id == 'flux2024' and effect == 'strains'")
    .set_index("claim_id")
    .sort_values(by=["kind", "paragraph_id"], ascending=[True, False])
)
