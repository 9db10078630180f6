# Misconception: choosing the rows already counts them. Hint: chosen but not yet counted
claims = usjapan.load("claims")
claims_by_kind = claims[claims["report_id"] == "flux2024"]
