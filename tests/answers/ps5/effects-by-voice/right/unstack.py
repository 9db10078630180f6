# groupby, size and unstack in one line, columns in another order
student_id = ""
claims = my_slice(usjapan.load("claims"), "effects-by-voice", student_id)
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = stress.groupby(["voice", "effect"], observed=True).size().unstack(fill_value=0)[["strains", "none", "mixed", "strengthens"]]
