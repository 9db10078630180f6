# Misconception: one condition on the effect is enough. Hint: The table holds claims of other reports too
claims = usjapan.load("claims")
straining_claims = claims[claims["effect"] == "strains"].sort_values(["kind", "paragraph_id"], ascending=[True, False])
