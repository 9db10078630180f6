# Misconception: the table holds one report only. Hint: count the claims of all reports
claims = usjapan.load("claims")
claims_by_kind = claims["kind"].value_counts()
