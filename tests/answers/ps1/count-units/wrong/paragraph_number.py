# Misconception: the number of a paragraph names it. Hint: are both number p01
def count_units(claims):
    return {
        "claims": claims["claim_id"].nunique(),
        "paragraphs": claims["paragraph_id"].str[-2:].nunique(),
        "reports": claims["report_id"].nunique(),
    }
