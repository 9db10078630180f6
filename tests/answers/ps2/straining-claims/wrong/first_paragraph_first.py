# Misconception: sort_values turns the second column round by itself. Hint: Within a kind the first paragraph comes first
claims = usjapan.load("claims")
straining_claims = claims[(claims["report_id"] == "flux2024") & (claims["effect"] == "strains")]
straining_claims = straining_claims.sort_values(["kind", "paragraph_id"])
