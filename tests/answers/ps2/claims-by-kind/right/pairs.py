# A list of tuples, smallest first
claims = usjapan.load("claims")
kinds = list(claims[claims["report_id"] == "flux2024"]["kind"])
claims_by_kind = [(kind, kinds.count(kind)) for kind in sorted(set(kinds), key=kinds.count)]
