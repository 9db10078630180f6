# Drops the other columns and whoever is signed
reports = usjapan.load("reports")
signed = reports["author"].ne("not stated") | reports["publisher"].ne("not stated")
unsigned_reports = reports[~signed].filter(["report_id", "genre", "date_precision"])
