# Sets of paragraph ids
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    whole = set(paragraphs[paragraphs["report_id"] == report_id]["paragraph_id"])
    spoken = set(claims[claims["voice"] == voice]["paragraph_id"])
    return len(whole & spoken) / len(whole)
