# A loop over the claims of both, rounded
def agreement(first, second):
    first, second = first.dropna().to_dict(), second.dropna().to_dict()
    same = [code == second[claim] for claim, code in first.items() if claim in second]
    if not same:
        return None
    return round(100 * sum(same) / len(same), 2)
