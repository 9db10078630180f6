# Misconception: | joins two conditions that must both hold. Hint: | means or
student_id = ""
claims = my_slice(usjapan.load("claims"), "participant-claims", student_id)
in_release = claims["report_id"] == "pivotal2025"
by_participants = claims["voice"] == "participants"
participant_claims = claims[in_release | by_participants]
