# A list of tuples, smallest first
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
kinds = list(claims[claims["report_id"] == "flux2024"]["kind"])
claims_by_kind = [(kind, kinds.count(kind)) for kind in sorted(set(kinds), key=kinds.count)]
