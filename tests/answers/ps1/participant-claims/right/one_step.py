# Both conditions in one pair of brackets, whole rows
claims = usjapan.load("claims")
participant_claims = claims[(claims["report_id"] == "pivotal2025") & (claims["voice"] == "participants")]
