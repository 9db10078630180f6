# Selects with loc and counts with value_counts, sorted by label
claims = usjapan.load("claims")
claims_by_kind = claims.loc[claims["report_id"] == "flux2024", "kind"].value_counts().sort_index()
