# Misconception: a share is a percentage. Hint: leave out the factor 100
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    chosen = claims[(claims["report_id"] == report_id) & (claims["voice"] == voice)]
    return 100 * chosen["paragraph_id"].nunique() / len(paragraphs[paragraphs["report_id"] == report_id])
