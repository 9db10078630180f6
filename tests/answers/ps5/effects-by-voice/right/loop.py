# A dictionary of dictionaries filled by a loop
claims = usjapan.load("claims")
effects_by_voice = {}
for report, voice, effect in zip(claims["report_id"], claims["voice"], claims["effect"]):
    if report == "stress2025":
        row = effects_by_voice.setdefault(voice, dict.fromkeys(claims["effect"].cat.categories, 0))
        row[effect] += 1
