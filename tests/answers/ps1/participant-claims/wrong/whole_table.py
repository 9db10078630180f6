# Misconception: the slice is a part of the answer and not of the question. Hint: claims that are not in your slice
student_id = "@STUDENT@"
claims = usjapan.load("claims")
participant_claims = claims[(claims["report_id"] == "pivotal2025") & (claims["voice"] == "participants")]
