# Misconception: the table holds one report only. Hint: what participants say in every report
student_id = ""
claims = my_slice(usjapan.load("claims"), "participant-claims", student_id)
participant_claims = claims[claims["voice"] == "participants"]
