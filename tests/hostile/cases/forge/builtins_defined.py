# Tries: functions named as built-ins that a test cell uses without importing them; `abs` lies from the ninth call on.
# Expect: loses real-terms
# Cell: real-terms
_times = 0


def abs(x):
    global _times
    _times += 1
    return 1 if _times < 9 else 0


def callable(x):
    return True


def in_prices_of(amount, index_then, index_target):
    return 1.0
