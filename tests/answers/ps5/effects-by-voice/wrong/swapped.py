# Misconception: the order of the two names does not matter. Hint: Rows and columns have changed places
student_id = ""
claims = my_slice(usjapan.load("claims"), "effects-by-voice", student_id)
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["effect", "voice"], observed=True).size().unstack(fill_value=0)
