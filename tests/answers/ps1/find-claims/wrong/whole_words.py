# Misconception: a word is what stands between two spaces. Hint: A claim that fits both conditions is missing
def find_claims(claims, word, voice):
    chosen = claims[claims["voice"] == voice]
    return chosen[[word.lower() in summary.lower().strip(".").split() for summary in chosen["summary"]]]
