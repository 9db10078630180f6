# Misconception: the rows that somebody without an id found fit everybody. Hint: your slice
student_id = "@STUDENT@"
common = my_slice(usjapan.load("ties"), "named-ties", "")
ties = common[common["report_id"] == "transition2024"]
actors = usjapan.load("actors")[["actor_id", "name"]]
named_ties = ties.merge(actors, left_on="source_actor_id", right_on="actor_id", how="left")
