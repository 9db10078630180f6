# Misconception: sort_values changes the table in place. Hint: sort_values leaves the old one as it was
claims = usjapan.load("claims")
straining_claims = claims[(claims["report_id"] == "flux2024") & (claims["effect"] == "strains")]
straining_claims.sort_values(["kind", "paragraph_id"], ascending=[True, False])
