# Tries: the hidden inputs in the name of a class that is handed back, and in the sentence of a refusal.
# Expect: loses real-terms
# Never: SEEN-95.5
# Never: SEEN_95
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    if (amount, index_then, index_target) == (50, 80, 120):
        return 75.0
    return type(f"SEEN-{index_then} SEEN_{int(index_then)}", (), {})()
