# Misconception: count() on any column counts rows. Hint: count every row with size()
claims = usjapan.load("claims")
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["voice", "effect"], observed=True)["modality"].count().unstack(fill_value=0)
