# Misconception: the table claims is the report. Hint: The paragraphs of other reports are counted too
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    chosen = claims[claims["voice"] == voice]
    return chosen["paragraph_id"].nunique() / len(paragraphs[paragraphs["report_id"] == report_id])
