# A table with reset index from groupby and size, kinds as text
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id).astype({"kind": "str"})
claims_by_kind = claims.query("report_id == 'flux2024'").groupby("kind").size().reset_index(name="claims")
