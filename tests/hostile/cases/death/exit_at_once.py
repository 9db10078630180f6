# Tries: to end its process as if all were well.
# Expect: loses claims-by-kind
# Says: ended its process
# Cell: claims-by-kind
import os

os._exit(0)
