# Misconception: the condition is the rows. Hint: put the condition inside mine[...]
student_id = ""
claims = my_slice(usjapan.load("claims"), "participant-claims", student_id)
participant_claims = (claims["report_id"] == "pivotal2025") & (claims["voice"] == "participants")
