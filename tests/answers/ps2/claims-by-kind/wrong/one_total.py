# Misconception: the number of claims answers how many of each kind. Hint: one number is not yet split by kind
claims = usjapan.load("claims")
claims_by_kind = len(claims[claims["report_id"] == "flux2024"])
