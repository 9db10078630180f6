# Misconception: the table holds one report only. Hint: ties of other reports
student_id = ""
ties = my_slice(usjapan.load("ties"), "named-ties", student_id)
actors = usjapan.load("actors")[["actor_id", "name"]]
named_ties = ties.merge(actors, left_on="source_actor_id", right_on="actor_id", how="left")
