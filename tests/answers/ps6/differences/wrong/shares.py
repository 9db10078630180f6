# Misconception: a count and a share are the same. Hint: These numbers are shares of all checks
student_id = ""
mine = my_slice(usjapan.load("fact_checks"), "differences", student_id)
fair = mine[mine["verdict"] != "overtaken"]
differences = fair["difference"].value_counts(normalize=True)
