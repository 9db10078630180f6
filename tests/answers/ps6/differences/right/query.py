# query, text in place of categories
student_id = ""
mine = my_slice(usjapan.load("fact_checks"), "differences", student_id)
fair = mine.astype({"verdict": "str", "difference": "str"}).query("verdict != 'overtaken'")
differences = fair["difference"].value_counts()
