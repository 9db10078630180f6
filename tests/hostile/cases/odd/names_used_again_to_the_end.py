# Tries: built-ins' names used for numbers until the end, in the answers too.
# Expect: loses nothing
# Cell: own first
hasattr = callable = getattr = 3
