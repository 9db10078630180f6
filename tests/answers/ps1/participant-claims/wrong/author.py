# Misconception: who writes about a meeting speaks for it. Hint: an author who writes about a meeting
student_id = ""
claims = my_slice(usjapan.load("claims"), "participant-claims", student_id)
speakers = claims["voice"].isin(["participants", "presented_report"])
participant_claims = claims[(claims["report_id"] == "pivotal2025") & speakers]
