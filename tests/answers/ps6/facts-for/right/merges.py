# Two merges, duplicates dropped
def facts_for(claim_id, checks, links, context, day):
    own = checks.query("claim_id == @claim_id")[["check_id"]]
    facts = own.merge(links, on="check_id").merge(context, on="fact_id")
    facts = facts.drop_duplicates("fact_id").sort_values(["date_from", "fact_id"])
    facts["later"] = facts["date_from"] > day
    return facts[["fact_id", "later", "date_from"]].reset_index(drop=True)
