# Misconception: a claim with a modality is a forecast. Hint: claims that are no forecasts
student_id = ""
claims = my_slice(usjapan.load("claims"), "surer-forecasts", student_id)
surer_forecasts = claims[claims["modality"] >= "probable"].sort_values("modality")
