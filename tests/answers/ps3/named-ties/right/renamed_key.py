# The key renamed first, so that on= is enough
student_id = ""
ties = my_slice(usjapan.load("ties"), "named-ties", student_id).query("report_id == 'transition2024'")
names = usjapan.load("actors")[["actor_id", "name"]].rename(columns={"actor_id": "source_actor_id"})
named_ties = ties.merge(names, on="source_actor_id", how="left")[["tie_id", "name"]]
