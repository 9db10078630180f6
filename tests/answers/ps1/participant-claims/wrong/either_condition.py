# Misconception: | joins two conditions that must both hold. Hint: | means or
claims = usjapan.load("claims")
in_release = claims["report_id"] == "pivotal2025"
by_participants = claims["voice"] == "participants"
participant_claims = claims[in_release | by_participants]
