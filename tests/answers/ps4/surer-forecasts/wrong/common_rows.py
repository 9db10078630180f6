# Misconception: the rows that somebody without an id found fit everybody. Hint: your slice
student_id = "@STUDENT@"
common = my_slice(usjapan.load("claims"), "surer-forecasts", "")
forecasts = common[common["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"] >= "probable"].sort_values("modality")
