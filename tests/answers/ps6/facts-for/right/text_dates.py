# Dates compared as text
def facts_for(claim_id, checks, links, context, day):
    numbers = checks[checks["claim_id"].eq(claim_id)]["check_id"].unique()
    used = links[links["check_id"].isin(numbers)]["fact_id"].unique()
    facts = context.set_index("fact_id", drop=False).sort_values("date_from", kind="stable")
    facts = facts[facts["fact_id"].isin(used)]
    facts["later"] = facts["date_from"].dt.strftime("%Y-%m-%d") > day
    return facts.rename_axis(None)
