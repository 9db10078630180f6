# Misconception: | joins two conditions that must both hold. Hint: join the two conditions with &
def find_claims(claims, word, voice):
    has_word = claims["summary"].str.contains(word, case=False, regex=False)
    return claims[has_word | (claims["voice"] == voice)]
