# Misconception: the names meet where a paragraph is shared. Hint: A tie stands in named_ties more than once
ties = usjapan.load("ties")
ties = ties[ties["report_id"] == "transition2024"]
actors = usjapan.load("actors")[["paragraph_id", "actor_id", "name"]]
named_ties = ties.merge(actors, on="paragraph_id", how="left")
