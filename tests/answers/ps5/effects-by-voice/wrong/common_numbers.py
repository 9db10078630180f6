# Misconception: the numbers that somebody without an id found fit everybody. Hint: your slice
student_id = "@STUDENT@"
common = my_slice(usjapan.load("claims"), "effects-by-voice", "")
stress = common[common["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["voice", "effect"], observed=True).size().unstack(fill_value=0)
