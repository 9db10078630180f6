# Misconception: who speaks does not matter to a search. Hint: the voice must be the one given as well
def find_claims(claims, word, voice):
    return claims[claims["summary"].str.contains(word, case=False, regex=False)]
