# Misconception: the order of the table is the order of time. Hint: not in the order of their first day
def facts_for(claim_id, checks, links, context, day):
    own = checks.loc[checks["claim_id"] == claim_id, "check_id"]
    facts = context[context["fact_id"].isin(links.loc[links["check_id"].isin(own), "fact_id"])]
    return facts.assign(later=facts["date_from"] > day).sort_values("fact_id")
