# Two stable sorts, the deciding column last; a few columns only
claims = usjapan.load("claims")
chosen = claims.loc[(claims["report_id"] == "flux2024") & (claims["effect"] == "strains"), ["claim_id", "paragraph_id", "kind"]]
chosen = chosen.sort_values("paragraph_id", ascending=False, kind="stable")
straining_claims = chosen.sort_values("kind", kind="stable").reset_index(drop=True)
