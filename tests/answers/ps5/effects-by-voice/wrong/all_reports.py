# Misconception: the table holds one report only. Hint: count the claims of all reports
claims = usjapan.load("claims")
effects_by_voice = claims.groupby(["voice", "effect"], observed=True).size().unstack(fill_value=0)
