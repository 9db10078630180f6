# query, voices as text, claim_id as the index
student_id = ""
claims = my_slice(usjapan.load("claims"), "participant-claims", student_id).astype({"voice": "str"})
participant_claims = claims.query("report_id == 'pivotal2025' and voice == 'participants'").set_index("claim_id")
