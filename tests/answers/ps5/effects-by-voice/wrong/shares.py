# Misconception: a table to compare has to hold shares. Hint: These are shares
student_id = ""
claims = my_slice(usjapan.load("claims"), "effects-by-voice", student_id)
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = pd.crosstab(stress["voice"], stress["effect"], normalize="all")
