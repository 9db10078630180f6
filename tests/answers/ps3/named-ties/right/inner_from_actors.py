# The actors on the left, an inner merge, all columns with suffixes
student_id = ""
ties = my_slice(usjapan.load("ties"), "named-ties", student_id)
ties = ties[ties["report_id"] == "transition2024"]
actors = usjapan.load("actors")
named_ties = actors.merge(ties, left_on="actor_id", right_on="source_actor_id", suffixes=["_of_actor", ""])
