# Misconception: contains ignores capital letters. Hint: case=False makes str.contains take both
def find_claims(claims, word, voice):
    return claims[claims["summary"].str.contains(word, regex=False) & (claims["voice"] == voice)]
