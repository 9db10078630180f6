# Misconception: a table to look at is the table. Hint: Some claims that meet both conditions are missing
claims = usjapan.load("claims")
participant_claims = claims[(claims["report_id"] == "pivotal2025") & (claims["voice"] == "participants")].head()
