# Misconception: every unit is a row. Hint: All three numbers count the rows
def count_units(claims):
    return {
        "claims": claims["claim_id"].count(),
        "paragraphs": claims["paragraph_id"].count(),
        "reports": claims["report_id"].count(),
    }
