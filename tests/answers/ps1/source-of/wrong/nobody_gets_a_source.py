# Misconception: an id that looks right has a source. Hint: An id that no claim has still gets a source
def source_of(claim_id):
    claims = usjapan.load("claims")
    found = list(claims[claims["claim_id"] == claim_id]["voice"])
    voice = found[0] if found else "author"
    paragraph_id = claim_id.rsplit("-", 1)[0]
    try:
        citation = usjapan.cite(paragraph_id)
    except ValueError:
        citation = "not stated"
    return {"report_id": claim_id.split("-")[0], "paragraph_id": paragraph_id, "voice": voice, "citation": citation}
