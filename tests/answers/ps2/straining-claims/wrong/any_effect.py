# Misconception: every claim with an effect strains. Hint: The table holds claims with another effect than strains
claims = usjapan.load("claims")
straining_claims = claims[(claims["report_id"] == "flux2024") & (claims["effect"] != "none")]
straining_claims = straining_claims.sort_values(["kind", "paragraph_id"], ascending=[True, False])
