# Misconception: a sign in a search word stands for itself. Hint: stand for themselves with regex=False
def find_claims(claims, word, voice):
    import re

    pattern = re.sub(r"[()?]", lambda sign: "\\" + sign[0], word)
    return claims[claims["summary"].str.contains(pattern, case=False) & (claims["voice"] == voice)]
