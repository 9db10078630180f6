# Misconception: at least and at most are the same sign. Hint: only possible
claims = usjapan.load("claims")
forecasts = claims[claims["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"] <= "probable"]
surer_forecasts = surer_forecasts.sort_values("modality")
