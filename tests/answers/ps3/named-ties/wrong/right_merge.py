# Misconception: how says which table is looked up. Hint: The table has rows without a tie
student_id = ""
ties = my_slice(usjapan.load("ties"), "named-ties", student_id)
ties = ties[ties["report_id"] == "transition2024"]
actors = usjapan.load("actors")[["actor_id", "name"]]
named_ties = ties.merge(actors, left_on="source_actor_id", right_on="actor_id", how="right")
