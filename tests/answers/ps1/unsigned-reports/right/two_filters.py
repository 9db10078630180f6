# Columns chosen last, one filter after the other, counted anew
reports = usjapan.load("reports")
no_author = reports[reports["author"] == "not stated"]
neither = no_author[no_author["publisher"] == "not stated"]
unsigned_reports = neither[["report_id", "genre", "date_precision"]].reset_index(drop=True)
