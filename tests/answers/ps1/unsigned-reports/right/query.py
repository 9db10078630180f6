# query, report_id as the index, newest first
reports = usjapan.load("reports")
found = reports.query("author == 'not stated' and publisher == 'not stated'").set_index("report_id")
unsigned_reports = found[["date_precision", "genre"]].iloc[::-1]
