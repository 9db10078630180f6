# Misconception: what is not stated is an empty cell. Hint: The table has no rows
reports = usjapan.load("reports")
unsigned = reports["author"].isna() & reports["publisher"].isna()
unsigned_reports = reports[unsigned][["report_id", "genre", "date_precision"]]
