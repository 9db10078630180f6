# Repeated paragraphs dropped, rounded to two decimals
def share_of_paragraphs(claims, paragraphs, report_id, voice):
    chosen = claims[(claims["report_id"] == report_id) & (claims["voice"] == voice)]
    once = chosen.drop_duplicates("paragraph_id")
    number = (paragraphs["report_id"] == report_id).sum()
    return round(len(once) / number, 2)
