# Misconception: choosing the rows already counts them. Hint: chosen but not yet counted
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = claims[claims["report_id"] == "flux2024"]
