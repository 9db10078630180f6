# Misconception: sort_values changes the table in place. Hint: sort_values leaves the old table as it was
student_id = ""
claims = my_slice(usjapan.load("claims"), "surer-forecasts", student_id)
forecasts = claims[claims["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"] >= "probable"]
surer_forecasts.sort_values("modality")
