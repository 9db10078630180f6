# A loop that fills a dictionary, every difference with a number
student_id = ""
mine = my_slice(usjapan.load("fact_checks"), "differences", student_id)
differences = dict.fromkeys(mine["difference"].cat.categories, 0)
for row in mine.to_dict("records"):
    if row["verdict"] != "overtaken":
        differences[row["difference"]] += 1
