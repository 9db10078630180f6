# Misconception: the conditions are the rows. Hint: put the condition inside claims[...]
claims = usjapan.load("claims")
straining_claims = (claims["report_id"] == "flux2024") & (claims["effect"] == "strains")
