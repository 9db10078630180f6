# One column of a cross-tab, as floats
claims = usjapan.load("claims")
claims_by_kind = pd.crosstab(claims["kind"], claims["report_id"])["flux2024"].astype("float64")
