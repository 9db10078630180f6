# Misconception: any coded column is the kind of a claim. Hint: check which column you count
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "flux2024"]
claims_by_kind = chosen["theme"].value_counts()
