# Misconception: the report is the latest in the table. Hint: the question is about flux2024
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = claims[claims["report_id"] == "anchor2026"]["kind"].value_counts()
