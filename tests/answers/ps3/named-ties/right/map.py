# A dictionary and map, no merge
student_id = ""
ties = my_slice(usjapan.load("ties"), "named-ties", student_id)
named_ties = ties[ties["report_id"] == "transition2024"].copy()
actors = usjapan.load("actors")
named_ties["name"] = named_ties["source_actor_id"].map(dict(zip(actors["actor_id"], actors["name"])))
