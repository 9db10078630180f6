# Compares with the level below, sorts and keeps two columns
student_id = ""
claims = my_slice(usjapan.load("claims"), "surer-forecasts", student_id)
forecasts = claims[claims["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"] > "possible"].sort_values("modality")[["claim_id", "modality"]]
