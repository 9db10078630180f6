# One filter after the other, three columns, last row first
student_id = ""
claims = my_slice(usjapan.load("claims"), "participant-claims", student_id)
release = claims[claims["report_id"] == "pivotal2025"]
participant_claims = release[release["voice"] == "participants"][["claim_id", "summary", "voice"]].iloc[::-1]
