# Tries: to stop reading what the grader sends, and to send without end.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
import os

while True:
    os.write(3, b"\0" * 65536)
