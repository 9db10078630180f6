# Misconception: a press release about a meeting is the meeting. Hint: every claim of the press release, whoever speaks
student_id = ""
claims = my_slice(usjapan.load("claims"), "participant-claims", student_id)
participant_claims = claims[claims["report_id"] == "pivotal2025"]
