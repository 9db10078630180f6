# Tries: four answers of which each never ends.
# Expect: loses claims-by-kind, straining-claims, real-terms, theme-chart
# Cell: claims-by-kind
while True:
    pass
# Cell: straining-claims
while True:
    pass
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    while True:
        pass
# Cell: theme-chart
while True:
    pass
