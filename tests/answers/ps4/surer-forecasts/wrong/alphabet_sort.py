# Misconception: levels sort by the alphabet. Hint: sort the column while it is still a category
claims = usjapan.load("claims")
forecasts = claims[claims["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"] >= "probable"]
surer_forecasts = surer_forecasts.astype({"modality": "str"}).sort_values("modality")
