# A regular expression with its signs made harmless, ids as the index
def find_claims(claims, word, voice):
    import re

    found = claims["summary"].str.contains(re.escape(word), case=False)
    return claims.loc[found & claims["voice"].eq(voice)].set_index("claim_id")[["summary"]]
