# Misconception: a table to look at is the table. Hint: Some straining claims of flux2024 are missing
claims = usjapan.load("claims")
straining_claims = claims[(claims["report_id"] == "flux2024") & (claims["effect"] == "strains")]
straining_claims = straining_claims.sort_values(["kind", "paragraph_id"], ascending=[True, False]).head(10)
