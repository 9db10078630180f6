# Misconception: a paragraph holds one claim, so paragraphs may be counted. Hint: These numbers count the paragraphs
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
chosen = claims[claims["report_id"] == "flux2024"]
claims_by_kind = chosen.groupby("kind")["paragraph_id"].nunique()
