# A dictionary filled by a loop, rounded to two decimals
def share_of(claims, column, effect, without=None):
    part, whole = {}, {}
    for value, found, kind in zip(claims[column], claims["effect"], claims["kind"]):
        if kind != without:
            whole[value] = whole.get(value, 0) + 1
            part[value] = part.get(value, 0) + (found == effect)
    return {value: round(100 * part[value] / whole[value], 2) for value in whole}
