# Misconception: the slice is a part of the answer and not of the question. Hint: claims that are not in your slice
student_id = "@STUDENT@"
claims = usjapan.load("claims")
forecasts = claims[claims["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"] >= "probable"].sort_values("modality")
