# Misconception: a neighbour's rows are as good as one's own. Hint: student_id names somebody else than who handed in
student_id = "a-neighbour"
mine = my_slice(usjapan.load("claims"), "surer-forecasts", student_id)
forecasts = mine[mine["kind"] == "forecast"]
surer_forecasts = forecasts[forecasts["modality"] >= "probable"].sort_values("modality")
