# value_counts of a table: labels are tuples of one
claims = usjapan.load("claims")
claims_by_kind = claims[claims["paragraph_id"].str.startswith("flux2024")][["kind"]].value_counts()
