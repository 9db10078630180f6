# Misconception: the chosen rows are the answer. Hint: chosen but not yet counted
student_id = ""
mine = my_slice(usjapan.load("fact_checks"), "differences", student_id)
differences = mine[mine["verdict"] != "overtaken"]
