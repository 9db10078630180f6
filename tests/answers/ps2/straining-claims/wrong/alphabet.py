# Misconception: categories sort by the alphabet. Hint: The kinds stand in the order of the alphabet
claims = usjapan.load("claims").astype({"kind": "str"})
straining_claims = claims[(claims["report_id"] == "flux2024") & (claims["effect"] == "strains")]
straining_claims = straining_claims.sort_values(["kind", "paragraph_id"], ascending=[True, False])
