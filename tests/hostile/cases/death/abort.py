# Tries: abort().
# Expect: loses claims-by-kind
# Says: ended its process
# Cell: claims-by-kind
import os

os.abort()
