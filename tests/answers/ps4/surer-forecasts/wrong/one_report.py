# Misconception: the question is about the report of this lesson. Hint: The table holds one report only
student_id = ""
claims = my_slice(usjapan.load("claims"), "surer-forecasts", student_id)
forecasts = claims[(claims["kind"] == "forecast") & (claims["report_id"] == "pivotal2025")]
surer_forecasts = forecasts[forecasts["modality"] >= "probable"].sort_values("modality")
