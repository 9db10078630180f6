# Misconception: the slice is a sample, and the whole table is better. Hint: your slice
student_id = "@STUDENT@"
checks = usjapan.load("fact_checks")
fair = checks[checks["verdict"] != "overtaken"]
differences = fair["difference"].value_counts()
