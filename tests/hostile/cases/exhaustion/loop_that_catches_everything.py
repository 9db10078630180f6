# Tries: a loop that survives every exception.
# Expect: loses claims-by-kind
# Says: still running
# Cell: claims-by-kind
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
    finally:
        pass
