# A list of dictionaries sorted by Python
claims = usjapan.load("claims")
kinds = list(claims["kind"].cat.categories)
rows = [row for row in claims.to_dict("records") if row["report_id"] == "flux2024" and row["effect"] == "strains"]
straining_claims = pd.DataFrame(sorted(rows, key=lambda row: (kinds.index(row["kind"]), -int(row["paragraph_id"][-2:]))))
