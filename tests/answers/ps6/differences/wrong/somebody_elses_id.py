# Misconception: a neighbour's numbers are as good as one's own. Hint: student_id names somebody else than who handed in
student_id = "a-neighbour"
mine = my_slice(usjapan.load("fact_checks"), "differences", student_id)
fair = mine[mine["verdict"] != "overtaken"]
differences = fair["difference"].value_counts()
