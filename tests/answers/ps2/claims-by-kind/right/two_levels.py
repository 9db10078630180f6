# value_counts of a table: labels are tuples of one
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = claims[claims["paragraph_id"].str.startswith("flux2024")][["kind"]].value_counts()
