# The length of sets
def count_units(claims):
    return {
        "claims": len(set(claims["claim_id"])),
        "paragraphs": len(set(claims["paragraph_id"])),
        "reports": len(set(claims["report_id"])),
    }
