# Tries: bytes that are no message on the socket, then a length of eighteen digits.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
import os

os.write(3, b"\xff" * 64)
