# Tries: to close the socket to the grader and go on.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
import os
import time

os.closerange(3, 100)
time.sleep(1)
