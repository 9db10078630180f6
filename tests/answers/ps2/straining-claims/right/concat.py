# One table for each kind, turned round and put below one another
claims = usjapan.load("claims")
chosen = claims[claims["report_id"].isin(["flux2024"]) & claims["effect"].isin(["strains"])]
parts = [chosen[chosen["kind"] == kind].iloc[::-1] for kind in ["fact", "assessment", "forecast", "recommendation"]]
straining_claims = pd.concat(parts, ignore_index=True)
