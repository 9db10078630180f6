# Misconception: a merge cannot repeat a fact. Hint: A fact that two checks share stands in the result twice
def facts_for(claim_id, checks, links, context, day):
    facts = checks[checks["claim_id"] == claim_id][["check_id"]].merge(links, on="check_id").merge(context, on="fact_id")
    return facts.assign(later=facts["date_from"] > day).sort_values("date_from")
