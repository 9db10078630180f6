# A list of True and False, last row first, two columns
def find_claims(claims, word, voice):
    fits = [word.casefold() in summary.casefold() for summary in claims["summary"]]
    found = claims[fits]
    return found[found["voice"].astype("str") == voice][["claim_id", "summary"]].iloc[::-1].reset_index(drop=True)
