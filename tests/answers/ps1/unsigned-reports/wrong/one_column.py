# Misconception: the ids are the table. Hint: one pair of brackets with one name gives one column
reports = usjapan.load("reports")
unsigned = (reports["author"] == "not stated") & (reports["publisher"] == "not stated")
unsigned_reports = reports[unsigned]["report_id"]
