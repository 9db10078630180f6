# Misconception: a text without a publisher is unsigned. Hint: names its author
reports = usjapan.load("reports")
unsigned_reports = reports[reports["publisher"] == "not stated"][["report_id", "genre", "date_precision"]]
