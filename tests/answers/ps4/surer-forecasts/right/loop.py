# A list of ids from a loop, levels ranked by hand
student_id = ""
rank = {"possible": 0, "probable": 1, "asserted": 2}
found = []
for row in my_slice(usjapan.load("claims"), "surer-forecasts", student_id).to_dict("records"):
    if row["kind"] == "forecast" and rank[row["modality"]] >= 1:
        found.append((rank[row["modality"]], row["claim_id"]))
surer_forecasts = [claim for level, claim in sorted(found, reverse=False)]
