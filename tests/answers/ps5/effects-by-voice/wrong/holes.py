# Misconception: an empty cell and a zero are the same. Hint: a count of none is 0
claims = usjapan.load("claims")
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["voice", "effect"], observed=True).size().unstack()
