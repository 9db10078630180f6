# Misconception: the report is the latest in the table. Hint: the question is about flux2024
claims = usjapan.load("claims")
claims_by_kind = claims[claims["report_id"] == "anchor2026"]["kind"].value_counts()
