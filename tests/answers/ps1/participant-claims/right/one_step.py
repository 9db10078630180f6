# Both conditions in one pair of brackets, whole rows
student_id = ""
claims = my_slice(usjapan.load("claims"), "participant-claims", student_id)
participant_claims = claims[(claims["report_id"] == "pivotal2025") & (claims["voice"] == "participants")]
