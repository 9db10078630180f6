# Misconception: one ascending=False turns only the last column round. Hint: ascending=False turns every column round
claims = usjapan.load("claims")
straining_claims = claims[(claims["report_id"] == "flux2024") & (claims["effect"] == "strains")]
straining_claims = straining_claims.sort_values(["kind", "paragraph_id"], ascending=False)
