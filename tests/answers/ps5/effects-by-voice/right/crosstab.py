# A cross-tab of text, the voice as a column of its own
student_id = ""
stress = my_slice(usjapan.load("claims"), "effects-by-voice", student_id).query("report_id == 'stress2025'").astype({"voice": "str", "effect": "str"})
effects_by_voice = pd.crosstab(stress["voice"], stress["effect"]).reset_index()
