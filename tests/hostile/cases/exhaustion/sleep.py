# Tries: to wait for ever without computing.
# Expect: loses claims-by-kind
# Says: still running
# Cell: claims-by-kind
import time

time.sleep(10**6)
