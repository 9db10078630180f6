# loc with rows and columns at once
reports = usjapan.load("reports")
unsigned = (reports["publisher"] == "not stated") & (reports["author"] == "not stated")
unsigned_reports = reports.loc[unsigned, ["genre", "report_id", "date_precision"]]
