# Misconception: the two largest groups are enough. Hint: every kind with at least one claim in the report needs its own
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = claims[claims["report_id"] == "flux2024"]["kind"].value_counts().head(2)
