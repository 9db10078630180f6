# Misconception: the unit of a share is the claim. Hint: This is the share of claims
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    of_report = claims[claims["report_id"] == report_id]
    return len(of_report[of_report["voice"] == voice]) / len(of_report)
