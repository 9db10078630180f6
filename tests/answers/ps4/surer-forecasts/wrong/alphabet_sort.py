# Misconception: levels sort by the alphabet. Hint: sort the column while it is still a category
student_id = ""
claims = my_slice(usjapan.load("claims"), "surer-forecasts", student_id)
forecasts = claims[claims["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"] >= "probable"]
surer_forecasts = surer_forecasts.astype({"modality": "str"}).sort_values("modality")
