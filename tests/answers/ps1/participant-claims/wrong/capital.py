# Misconception: capital letters do not matter to ==. Hint: compare the spelling
claims = usjapan.load("claims")
participant_claims = claims[(claims["report_id"] == "pivotal2025") & (claims["voice"] == "Participants")]
