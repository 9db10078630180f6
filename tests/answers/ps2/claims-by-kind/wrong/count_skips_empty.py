# Misconception: count() on any column counts rows. Hint: count() skips empty cells
claims = usjapan.load("claims")
chosen = claims[claims["report_id"] == "flux2024"]
claims_by_kind = chosen.groupby("kind")["modality"].count()
