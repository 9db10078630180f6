# The rows of one's own id
student_id = "@STUDENT@"
mine = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = mine[mine["report_id"] == "flux2024"].groupby("kind", observed=True).size()
