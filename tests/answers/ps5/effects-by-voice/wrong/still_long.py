# Misconception: a count of pairs is a wide table already. Hint: The counts are still in long form
student_id = ""
claims = my_slice(usjapan.load("claims"), "effects-by-voice", student_id)
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["voice", "effect"], observed=True).size()
