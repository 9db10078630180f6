# Misconception: the numbers that somebody without an id found fit everybody. Hint: your slice
student_id = "@STUDENT@"
common = my_slice(usjapan.load("fact_checks"), "differences", "")
fair = common[common["verdict"] != "overtaken"]
differences = fair["difference"].value_counts()
