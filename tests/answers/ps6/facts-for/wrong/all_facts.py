# Misconception: every linked fact belongs to every claim. Hint: only another claim's check uses
def facts_for(claim_id, checks, links, context, day):
    facts = context[context["fact_id"].isin(links["fact_id"])].sort_values("date_from")
    return facts.assign(later=facts["date_from"] > day)
