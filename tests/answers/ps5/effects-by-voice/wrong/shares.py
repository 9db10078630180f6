# Misconception: a table to compare has to hold shares. Hint: These are shares
claims = usjapan.load("claims")
stress = claims[claims["report_id"] == "stress2025"]
effects_by_voice = pd.crosstab(stress["voice"], stress["effect"], normalize="all")
