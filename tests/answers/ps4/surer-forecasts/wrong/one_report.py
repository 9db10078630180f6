# Misconception: the question is about the report of this lesson. Hint: The table holds one report only
claims = usjapan.load("claims")
forecasts = claims[(claims["kind"] == "forecast") & (claims["report_id"] == "pivotal2025")]
surer_forecasts = forecasts[forecasts["modality"] >= "probable"].sort_values("modality")
