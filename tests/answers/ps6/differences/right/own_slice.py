# The rows of one's own id
student_id = "@STUDENT@"
mine = my_slice(usjapan.load("fact_checks"), "differences", student_id)
overtaken = mine["verdict"] == "overtaken"
differences = mine.loc[~overtaken, "difference"].value_counts().to_dict()
