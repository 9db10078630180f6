# Misconception: a text without an author is unsigned. Hint: names its publisher
reports = usjapan.load("reports")
unsigned_reports = reports[reports["author"] == "not stated"][["report_id", "genre", "date_precision"]]
