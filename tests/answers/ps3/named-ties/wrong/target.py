# Misconception: either end is the source. Hint: the names of the second ends
student_id = ""
ties = my_slice(usjapan.load("ties"), "named-ties", student_id)
ties = ties[ties["report_id"] == "transition2024"]
actors = usjapan.load("actors")[["actor_id", "name"]]
named_ties = ties.merge(actors, left_on="target_actor_id", right_on="actor_id", how="left")
