# Misconception: a table to look at is the table. Hint: Some claims that meet both conditions are missing
student_id = ""
claims = my_slice(usjapan.load("claims"), "participant-claims", student_id)
participant_claims = claims[(claims["report_id"] == "pivotal2025") & (claims["voice"] == "participants")].head()
