# A loop over records, None for an empty country
def with_countries(ties, actors):
    country = {row["actor_id"]: row["country"] for row in actors.to_dict("records")}
    rows = []
    for row in ties.to_dict("records"):
        one, other = country.get(row["source_actor_id"]), country.get(row["target_actor_id"])
        rows.append({"tie_id": row["tie_id"], "source_country": one, "target_country": other})
    return pd.DataFrame(rows, columns=["tie_id", "source_country", "target_country"])
