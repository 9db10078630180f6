# Misconception: an id under another heading is a name. Hint: The column name holds ids and not names
ties = usjapan.load("ties")
ties = ties[ties["report_id"] == "transition2024"]
named_ties = ties.rename(columns={"source_actor_id": "name"})
