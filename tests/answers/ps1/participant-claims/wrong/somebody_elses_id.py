# Misconception: a neighbour's rows are as good as one's own. Hint: student_id names somebody else than who handed in
student_id = "a-neighbour"
mine = my_slice(usjapan.load("claims"), "participant-claims", student_id)
participant_claims = mine[(mine["report_id"] == "pivotal2025") & (mine["voice"] == "participants")]
