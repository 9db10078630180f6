# A dictionary of dictionaries filled by loops
def modality_shares(claims, column):
    result = {}
    for value in set(claims[column].dropna()):
        levels = list(claims.loc[claims[column] == value, "modality"].dropna())
        if levels:
            result[value] = {level: levels.count(level) / len(levels) for level in ("possible", "probable", "asserted")}
    return result
