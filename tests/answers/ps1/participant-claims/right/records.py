# A list of dictionaries from a loop
claims = usjapan.load("claims")
participant_claims = []
for row in claims.to_dict("records"):
    if row["claim_id"].startswith("pivotal2025") and row["voice"] == "participants":
        participant_claims.append(row)
