# A dictionary of dictionaries filled by a loop
student_id = ""
claims = my_slice(usjapan.load("claims"), "effects-by-voice", student_id)
effects_by_voice = {}
for report, voice, effect in zip(claims["report_id"], claims["voice"], claims["effect"]):
    if report == "stress2025":
        row = effects_by_voice.setdefault(voice, dict.fromkeys(claims["effect"].cat.categories, 0))
        row[effect] += 1
