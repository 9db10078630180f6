# Misconception: text compares like the category. Hint: text is compared by the alphabet
student_id = ""
claims = my_slice(usjapan.load("claims"), "surer-forecasts", student_id)
forecasts = claims[claims["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"].astype("str") >= "probable"]
surer_forecasts = surer_forecasts.sort_values("modality")
