# Misconception: count() on any column counts rows. Hint: count every row with size()
student_id = ""
claims = my_slice(usjapan.load("claims"), "effects-by-voice", student_id)
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["voice", "effect"], observed=True)["modality"].count().unstack(fill_value=0)
