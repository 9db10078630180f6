# One column of a cross-tab, as floats
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = pd.crosstab(claims["kind"], claims["report_id"])["flux2024"].astype("float64")
