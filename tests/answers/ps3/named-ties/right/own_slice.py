# The rows of one's own id
student_id = "@STUDENT@"
mine = my_slice(usjapan.load("ties"), "named-ties", student_id)
actors = usjapan.load("actors").rename(columns={"actor_id": "source_actor_id"})
named_ties = mine[mine["report_id"] == "transition2024"].merge(actors[["source_actor_id", "name"]], on="source_actor_id")
