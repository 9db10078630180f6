# Misconception: the function is for the example's voice. Hint: use the input voice, not one fixed word
def find_claims(claims, word, voice):
    has_word = claims["summary"].str.contains(word, case=False, regex=False)
    return claims[has_word & (claims["voice"] == "official")]
