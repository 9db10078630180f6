# Tries: every descriptor and every pipe.
# Expect: loses nothing
# Cell: own
import os

held = []
try:
    while True:
        held += os.pipe()
except OSError as error:
    print(type(error).__name__)
