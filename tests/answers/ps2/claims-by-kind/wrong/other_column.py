# Misconception: any coded column is the kind of a claim. Hint: check which column you count
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
chosen = claims[claims["report_id"] == "flux2024"]
claims_by_kind = chosen["theme"].value_counts()
