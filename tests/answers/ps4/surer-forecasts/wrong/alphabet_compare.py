# Misconception: text compares like the category. Hint: text is compared by the alphabet
claims = usjapan.load("claims")
forecasts = claims[claims["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"].astype("str") >= "probable"]
surer_forecasts = surer_forecasts.sort_values("modality")
