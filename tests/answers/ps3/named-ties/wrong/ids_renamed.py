# Misconception: an id under another heading is a name. Hint: The column name holds ids and not names
student_id = ""
ties = my_slice(usjapan.load("ties"), "named-ties", student_id)
ties = ties[ties["report_id"] == "transition2024"]
named_ties = ties.rename(columns={"source_actor_id": "name"})
