# Rows from a loop, text in place of categories
rows = []
for row in usjapan.load("reports").to_dict("records"):
    if row["author"] == row["publisher"] == "not stated":
        rows.append({name: str(row[name]) for name in ["report_id", "genre", "date_precision"]})
unsigned_reports = pd.DataFrame(rows)
