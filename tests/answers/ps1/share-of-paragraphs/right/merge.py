# A left merge that marks the paragraphs with such a claim
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    spoken = claims.loc[claims["voice"] == voice, ["paragraph_id"]].drop_duplicates()
    table = paragraphs.query("report_id == @report_id").merge(spoken, how="left", on="paragraph_id", indicator=True)
    return float((table["_merge"] == "both").sum() / len(table))
