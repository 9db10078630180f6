# The mean of True and False for each paragraph of the report
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    spoken = claims.loc[claims["voice"] == voice, "paragraph_id"]
    listed = paragraphs.loc[paragraphs["report_id"] == report_id, "paragraph_id"]
    return listed.isin(spoken).mean()
