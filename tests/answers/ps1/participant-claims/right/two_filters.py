# One filter after the other, three columns, last row first
claims = usjapan.load("claims")
release = claims[claims["report_id"] == "pivotal2025"]
participant_claims = release[release["voice"] == "participants"][["claim_id", "summary", "voice"]].iloc[::-1]
