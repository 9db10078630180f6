# Counts with collections, a rounded number
def lazy_agreement(codes):
    from collections import Counter

    counts = Counter(str(code) for code in codes if isinstance(code, str))
    return round(100 * counts.most_common(1)[0][1] / sum(counts.values()), 2)
