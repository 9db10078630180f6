# Misconception: one claim is one paragraph. Hint: This divides claims by paragraphs
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    chosen = claims[(claims["report_id"] == report_id) & (claims["voice"] == voice)]
    return len(chosen) / len(paragraphs[paragraphs["report_id"] == report_id])
