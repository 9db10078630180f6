# Misconception: the condition is the rows. Hint: put the condition inside claims[...]
claims = usjapan.load("claims")
participant_claims = (claims["report_id"] == "pivotal2025") & (claims["voice"] == "participants")
