# Tries: output without end on both streams.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
import sys

while True:
    print("x" * 100)
    print("y" * 100, file=sys.stderr)
