# Misconception: what a claim says of the alliance is its kind. Hint: The columns should be effects
claims = usjapan.load("claims")
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["voice", "kind"], observed=True).size().unstack(fill_value=0)
