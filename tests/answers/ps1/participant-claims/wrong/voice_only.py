# Misconception: the table holds one report only. Hint: what participants say in every report
claims = usjapan.load("claims")
participant_claims = claims[claims["voice"] == "participants"]
