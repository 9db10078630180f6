# Misconception: the table holds one report only. Hint: count the claims of all reports
student_id = ""
claims = my_slice(usjapan.load("claims"), "effects-by-voice", student_id)
effects_by_voice = claims.groupby(["voice", "effect"], observed=True).size().unstack(fill_value=0)
