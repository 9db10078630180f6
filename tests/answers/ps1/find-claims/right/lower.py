# Both in small letters, then contains
def find_claims(claims, word, voice):
    chosen = claims[claims["voice"] == voice]
    return chosen[chosen["summary"].str.lower().str.contains(word.lower(), regex=False)]
