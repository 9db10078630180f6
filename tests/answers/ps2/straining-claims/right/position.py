# Kinds as text put in order by a dictionary, paragraphs by their number
claims = usjapan.load("claims").astype({"kind": "str", "effect": "str"})
order = {"fact": 1, "assessment": 2, "forecast": 3, "recommendation": 4}
claims["rank"] = claims["kind"].map(order)
claims["paragraph"] = claims["paragraph_id"].str[-2:].astype(int)
chosen = claims[claims["report_id"].eq("flux2024") & claims["effect"].eq("strains")]
straining_claims = chosen.sort_values(["rank", "paragraph"], ascending=[True, False])
