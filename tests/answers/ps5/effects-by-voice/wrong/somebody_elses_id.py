# Misconception: a neighbour's numbers are as good as one's own. Hint: student_id names somebody else than who handed in
student_id = "a-neighbour"
mine = my_slice(usjapan.load("claims"), "effects-by-voice", student_id)
stress = mine[mine["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["voice", "effect"], observed=True).size().unstack(fill_value=0)
