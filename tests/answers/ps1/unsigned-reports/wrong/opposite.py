# Misconception: != asks for those that lack something. Hint: those that name nobody
reports = usjapan.load("reports")
unsigned = (reports["author"] != "not stated") | (reports["publisher"] != "not stated")
unsigned_reports = reports[unsigned][["report_id", "genre", "date_precision"]]
