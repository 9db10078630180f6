# Misconception: neither nor means one or the other. Hint: neither author nor publisher means that both conditions are true
reports = usjapan.load("reports")
unsigned = (reports["author"] == "not stated") | (reports["publisher"] == "not stated")
unsigned_reports = reports[unsigned][["report_id", "genre", "date_precision"]]
