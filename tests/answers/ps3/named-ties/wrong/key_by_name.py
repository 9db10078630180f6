# Misconception: an id is matched with a name. Hint: A name is empty
student_id = ""
ties = my_slice(usjapan.load("ties"), "named-ties", student_id)
ties = ties[ties["report_id"] == "transition2024"]
names = usjapan.load("actors")[["name"]].assign(label=lambda table: table["name"])
named_ties = ties.merge(names, left_on="source_actor_id", right_on="label", how="left")
