# The rows of one's own id
student_id = "@STUDENT@"
mine = my_slice(usjapan.load("claims"), "effects-by-voice", student_id)
stress = mine[mine["report_id"] == "stress2025"]
effects_by_voice = pd.crosstab(stress["voice"], stress["effect"])
