# The rows of one's own id
student_id = "@STUDENT@"
mine = my_slice(usjapan.load("claims"), "surer-forecasts", student_id)
surer_forecasts = mine[(mine["kind"] == "forecast") & (mine["modality"] != "possible")].sort_values("modality")
