# query, voices as text, claim_id as the index
claims = usjapan.load("claims").astype({"voice": "str"})
participant_claims = claims.query("report_id == 'pivotal2025' and voice == 'participants'").set_index("claim_id")
