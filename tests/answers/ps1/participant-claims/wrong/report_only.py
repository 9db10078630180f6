# Misconception: a press release about a meeting is the meeting. Hint: every claim of the press release, whoever speaks
claims = usjapan.load("claims")
participant_claims = claims[claims["report_id"] == "pivotal2025"]
