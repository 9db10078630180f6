# Misconception: a claim has one check. Hint: at least one is missing
def facts_for(claim_id, checks, links, context, day):
    own = checks[checks["claim_id"] == claim_id].head(1)
    facts = context[context["fact_id"].isin(links.loc[links["check_id"].isin(own["check_id"]), "fact_id"])]
    return facts.assign(later=facts["date_from"] > day).sort_values("date_from")
