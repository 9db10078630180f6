# Misconception: choosing rows chooses columns. Hint: more columns than the three asked for
reports = usjapan.load("reports")
unsigned_reports = reports[(reports["author"] == "not stated") & (reports["publisher"] == "not stated")]
