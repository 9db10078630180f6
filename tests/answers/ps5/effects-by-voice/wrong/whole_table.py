# Misconception: the slice is a sample, and the whole table is better. Hint: and not those of your slice
student_id = "@STUDENT@"
claims = usjapan.load("claims")
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["voice", "effect"], observed=True).size().unstack(fill_value=0)
