# The key renamed first, so that on= is enough
ties = usjapan.load("ties").query("report_id == 'transition2024'")
names = usjapan.load("actors")[["actor_id", "name"]].rename(columns={"actor_id": "source_actor_id"})
named_ties = ties.merge(names, on="source_actor_id", how="left")[["tie_id", "name"]]
