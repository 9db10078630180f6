# Selects with loc and counts with value_counts, sorted by label
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = claims.loc[claims["report_id"] == "flux2024", "kind"].value_counts().sort_index()
