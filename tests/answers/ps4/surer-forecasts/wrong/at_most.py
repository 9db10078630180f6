# Misconception: at least and at most are the same sign. Hint: only possible
student_id = ""
claims = my_slice(usjapan.load("claims"), "surer-forecasts", student_id)
forecasts = claims[claims["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"] <= "probable"]
surer_forecasts = surer_forecasts.sort_values("modality")
