# Misconception: later means known. Hint: The answers in later are turned round
def facts_for(claim_id, checks, links, context, day):
    own = checks.loc[checks["claim_id"] == claim_id, "check_id"]
    facts = context[context["fact_id"].isin(links.loc[links["check_id"].isin(own), "fact_id"])]
    return facts.assign(later=facts["date_from"] <= day).sort_values("date_from")
