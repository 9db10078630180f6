# Misconception: how says which table is looked up. Hint: The table has rows without a tie
ties = usjapan.load("ties")
ties = ties[ties["report_id"] == "transition2024"]
actors = usjapan.load("actors")[["actor_id", "name"]]
named_ties = ties.merge(actors, left_on="source_actor_id", right_on="actor_id", how="right")
