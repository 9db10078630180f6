# Misconception: what a claim says of the alliance is its kind. Hint: The columns should be effects
student_id = ""
claims = my_slice(usjapan.load("claims"), "effects-by-voice", student_id)
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["voice", "kind"], observed=True).size().unstack(fill_value=0)
