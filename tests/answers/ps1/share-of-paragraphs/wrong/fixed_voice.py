# Misconception: the function is for participants alone. Hint: use the input voice, not one fixed word
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    chosen = claims[(claims["report_id"] == report_id) & (claims["voice"] == "participants")]
    return chosen["paragraph_id"].nunique() / len(paragraphs[paragraphs["report_id"] == report_id])
