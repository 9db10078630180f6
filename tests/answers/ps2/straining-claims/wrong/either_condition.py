# Misconception: | joins two conditions that must both hold. Hint: join them with &
claims = usjapan.load("claims")
straining_claims = claims[(claims["report_id"] == "flux2024") | (claims["effect"] == "strains")]
straining_claims = straining_claims.sort_values(["kind", "paragraph_id"], ascending=[True, False])
