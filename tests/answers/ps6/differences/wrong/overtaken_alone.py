# Misconception: == keeps what is to be left out. Hint: compare with != and not with ==
student_id = ""
mine = my_slice(usjapan.load("fact_checks"), "differences", student_id)
fair = mine[mine["verdict"] == "overtaken"]
differences = fair["difference"].value_counts()
