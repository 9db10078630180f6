# Misconception: a merge needs no key. Hint: A tie stands in named_ties more than once
ties = usjapan.load("ties")
ties = ties[ties["report_id"] == "transition2024"]
actors = usjapan.load("actors")[["actor_id", "name"]]
named_ties = ties.merge(actors, how="cross")
