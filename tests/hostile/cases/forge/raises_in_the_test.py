# Tries: functions that raise what a test might take for its own end: SystemExit, KeyboardInterrupt, StopIteration.
# Expect: loses demand, real-terms, money, share-by-theme
# Cell: demand
def demanded_amount(current, multiple):
    raise SystemExit(0)
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    raise KeyboardInterrupt
# Cell: money
def money_in_dollars(quantities):
    raise StopIteration
# Cell: share-by-theme
def share_by_theme(claims, effect):
    raise BaseExceptionGroup("all", [SystemExit(0), GeneratorExit()])
