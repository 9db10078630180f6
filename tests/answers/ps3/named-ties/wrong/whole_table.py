# Misconception: the slice is a part of the answer and not of the question. Hint: ties that are not in your slice
student_id = "@STUDENT@"
every = usjapan.load("ties")
ties = every[every["report_id"] == "transition2024"]
actors = usjapan.load("actors")[["actor_id", "name"]]
named_ties = ties.merge(actors, left_on="source_actor_id", right_on="actor_id", how="left")
