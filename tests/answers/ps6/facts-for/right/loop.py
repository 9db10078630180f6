# Sets and a loop; ones and zeros, fact_id as the index
def facts_for(claim_id, checks, links, context, day):
    used = set()
    for check, claim in zip(checks["check_id"], checks["claim_id"]):
        if claim == claim_id:
            used = used | set(links.loc[(links["check_id"] == check).to_numpy(), "fact_id"])
    rows = [row for row in context.to_dict("records") if row["fact_id"] in used]
    rows.sort(key=lambda row: row["date_from"])
    limit = pd.to_datetime(day)
    table = pd.DataFrame(
        {"fact_id": [row["fact_id"] for row in rows], "later": [int(row["date_from"] > limit) for row in rows]}
    )
    return table.set_index("fact_id")
