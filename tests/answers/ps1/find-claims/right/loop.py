# Rows from a loop, with in
def find_claims(claims, word, voice):
    kept = []
    for row in claims.to_dict("records"):
        if row["voice"] == voice and word.lower() in row["summary"].lower():
            kept.append(row)
    return pd.DataFrame(kept, columns=claims.columns)
