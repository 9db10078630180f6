# A table with reset index from groupby and size, kinds as text
claims = usjapan.load("claims").astype({"kind": "str"})
claims_by_kind = claims.query("report_id == 'flux2024'").groupby("kind").size().reset_index(name="claims")
