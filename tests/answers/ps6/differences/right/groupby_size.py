# groupby and size, as a table with two columns
student_id = ""
mine = my_slice(usjapan.load("fact_checks"), "differences", student_id)
fair = mine[mine["verdict"].isin(["confirmed", "sharpened", "contradicted", "not_found"])]
differences = fair.groupby("difference", observed=True).size().reset_index(name="checks")
