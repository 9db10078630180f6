# The place of the word in the summary
def find_claims(claims, word, voice):
    place = claims["summary"].str.upper().str.find(word.upper())
    return claims[(place >= 0) & (claims["voice"] == voice)]
