# Misconception: count() on any column counts rows. Hint: count() skips empty cells
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
chosen = claims[claims["report_id"] == "flux2024"]
claims_by_kind = chosen.groupby("kind")["modality"].count()
