# Misconception: the table paragraphs is the report. Hint: divided by the paragraphs of all reports
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    chosen = claims[(claims["report_id"] == report_id) & (claims["voice"] == voice)]
    return chosen["paragraph_id"].nunique() / len(paragraphs)
