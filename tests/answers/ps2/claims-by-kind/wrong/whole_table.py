# Misconception: the slice is a sample, and the whole table is better. Hint: and not those of your slice
student_id = "@STUDENT@"
claims = usjapan.load("claims")
claims_by_kind = claims[claims["report_id"] == "flux2024"]["kind"].value_counts()
