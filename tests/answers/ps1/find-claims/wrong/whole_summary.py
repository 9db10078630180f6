# Misconception: == finds a word in a text. Hint: == asks whether the whole summary is that word
def find_claims(claims, word, voice):
    return claims[(claims["summary"] == word) & (claims["voice"] == voice)]
