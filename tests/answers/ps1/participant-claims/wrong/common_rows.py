# Misconception: the rows that somebody without an id found fit everybody. Hint: your slice
student_id = "@STUDENT@"
common = my_slice(usjapan.load("claims"), "participant-claims", "")
participant_claims = common[(common["report_id"] == "pivotal2025") & (common["voice"] == "participants")]
