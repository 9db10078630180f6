# Misconception: a function reads the table that the notebook loaded. Hint: use the input claims, not a table from outside
def count_units(made):
    claims = usjapan.load("claims")
    return {
        "claims": claims["claim_id"].nunique(),
        "paragraphs": claims["paragraph_id"].nunique(),
        "reports": claims["report_id"].nunique(),
    }
