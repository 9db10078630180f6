# Misconception: the number of claims answers how many of each kind. Hint: one number is not yet split by kind
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = len(claims[claims["report_id"] == "flux2024"])
