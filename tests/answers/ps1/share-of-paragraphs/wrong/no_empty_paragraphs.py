# Misconception: a paragraph without a claim is no paragraph. Hint: A paragraph without any claim is left out
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    of_report = claims[claims["report_id"] == report_id]
    return of_report[of_report["voice"] == voice]["paragraph_id"].nunique() / of_report["paragraph_id"].nunique()
