# Misconception: normalize=True makes a count tidier. Hint: These numbers are shares of all claims
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "flux2024"]
claims_by_kind = chosen["kind"].value_counts(normalize=True)
