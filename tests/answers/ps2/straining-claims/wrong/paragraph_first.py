# Misconception: the column named last decides first. Hint: the column that decides first comes first in the list
claims = usjapan.load("claims")
straining_claims = claims[(claims["report_id"] == "flux2024") & (claims["effect"] == "strains")]
straining_claims = straining_claims.sort_values(["paragraph_id", "kind"], ascending=[False, True])
