# One table for each level, put below one another, claim_id as the index
student_id = ""
claims = my_slice(usjapan.load("claims"), "surer-forecasts", student_id).set_index("claim_id")
parts = [claims[(claims["kind"] == "forecast") & (claims["modality"] == level)] for level in ["probable", "asserted"]]
surer_forecasts = pd.concat(parts)
