# Misconception: the table holds one report only. Hint: count the claims of all reports
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = claims["kind"].value_counts()
