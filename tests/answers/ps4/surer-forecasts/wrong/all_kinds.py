# Misconception: a claim with a modality is a forecast. Hint: claims that are no forecasts
claims = usjapan.load("claims")
surer_forecasts = claims[claims["modality"] >= "probable"].sort_values("modality")
