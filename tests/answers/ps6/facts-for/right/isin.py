# Two lists of ids
def facts_for(claim_id, checks, links, context, day):
    own = checks.loc[checks["claim_id"] == claim_id, "check_id"].tolist()
    used = links.loc[links["check_id"].isin(own), "fact_id"].tolist()
    facts = context[context["fact_id"].isin(used)].sort_values("date_from")
    return facts.assign(later=facts["date_from"] > pd.Timestamp(day))
