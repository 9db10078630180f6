# Misconception: a count of pairs is a wide table already. Hint: The counts are still in long form
claims = usjapan.load("claims")
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["voice", "effect"], observed=True).size()
