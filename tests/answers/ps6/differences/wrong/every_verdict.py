# Misconception: whatever differs is a slip of the author. Hint: leave out those with the verdict overtaken first
student_id = ""
mine = my_slice(usjapan.load("fact_checks"), "differences", student_id)
differences = mine["difference"].value_counts()
