# Misconception: the names meet where a paragraph is shared. Hint: A tie stands in named_ties more than once
student_id = ""
ties = my_slice(usjapan.load("ties"), "named-ties", student_id)
ties = ties[ties["report_id"] == "transition2024"]
actors = usjapan.load("actors")[["paragraph_id", "actor_id", "name"]]
named_ties = ties.merge(actors, on="paragraph_id", how="left")
