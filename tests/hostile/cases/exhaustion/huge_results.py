# Tries: functions whose results are hundreds of megabytes.
# Expect: loses real-terms, share-by-theme
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    return "x" * (400 << 20)
# Cell: share-by-theme
def share_by_theme(claims, effect):
    return pd.concat([claims] * 20_000)
