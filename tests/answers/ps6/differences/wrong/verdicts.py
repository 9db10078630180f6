# Misconception: a verdict says what differs. Hint: check which column you count
student_id = ""
mine = my_slice(usjapan.load("fact_checks"), "differences", student_id)
fair = mine[mine["verdict"] != "overtaken"]
differences = fair["verdict"].value_counts()
