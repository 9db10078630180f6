# Misconception: the order of the two names does not matter. Hint: Rows and columns have changed places
claims = usjapan.load("claims")
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["effect", "voice"], observed=True).size().unstack(fill_value=0)
