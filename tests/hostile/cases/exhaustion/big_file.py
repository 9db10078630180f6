# Tries: one file without end, and one with a hole of a terabyte.
# Expect: loses nothing
# Cell: own
try:
    with open("big", "wb") as file:
        while True:
            file.write(b"x" * (1 << 20))
except OSError as error:
    print(type(error).__name__)
try:
    with open("sparse", "wb") as file:
        file.truncate(1 << 40)
except OSError as error:
    print(type(error).__name__)
