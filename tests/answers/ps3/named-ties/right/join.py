# join on an index, tie_id as the index
student_id = ""
ties = my_slice(usjapan.load("ties"), "named-ties", student_id)
ties = ties[ties["tie_id"].str.startswith("transition2024")].set_index("tie_id")
named_ties = ties.join(usjapan.load("actors").set_index("actor_id")["name"], on="source_actor_id").sort_values("name")
