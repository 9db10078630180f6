# Compares with the level below, sorts and keeps two columns
claims = usjapan.load("claims")
forecasts = claims[claims["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"] > "possible"].sort_values("modality")[["claim_id", "modality"]]
