# The rows of one's own id
student_id = "@STUDENT@"
mine = my_slice(usjapan.load("claims"), "participant-claims", student_id)
participant_claims = mine[(mine["report_id"] == "pivotal2025") & (mine["voice"] == "participants")]
