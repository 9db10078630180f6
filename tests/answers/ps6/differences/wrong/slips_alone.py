# Misconception: only what is wrong differs. Hint: every other verdict counts, also where nothing differs
student_id = ""
mine = my_slice(usjapan.load("fact_checks"), "differences", student_id)
fair = mine[mine["verdict"].isin(["sharpened", "contradicted"])]
differences = fair["difference"].value_counts()
