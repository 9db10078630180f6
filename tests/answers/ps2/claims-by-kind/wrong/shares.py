# Misconception: normalize=True makes a count tidier. Hint: These numbers are shares of all claims
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
chosen = claims[claims["report_id"] == "flux2024"]
claims_by_kind = chosen["kind"].value_counts(normalize=True)
