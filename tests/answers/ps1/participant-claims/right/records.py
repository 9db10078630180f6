# A list of dictionaries from a loop
student_id = ""
claims = my_slice(usjapan.load("claims"), "participant-claims", student_id)
participant_claims = []
for row in claims.to_dict("records"):
    if row["claim_id"].startswith("pivotal2025") and row["voice"] == "participants":
        participant_claims.append(row)
