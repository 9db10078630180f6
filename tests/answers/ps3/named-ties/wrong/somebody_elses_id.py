# Misconception: a neighbour's rows are as good as one's own. Hint: student_id names somebody else than who handed in
student_id = "a-neighbour"
mine = my_slice(usjapan.load("ties"), "named-ties", student_id)
ties = mine[mine["report_id"] == "transition2024"]
actors = usjapan.load("actors")[["actor_id", "name"]]
named_ties = ties.merge(actors, left_on="source_actor_id", right_on="actor_id", how="left")
