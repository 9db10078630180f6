# Tries: folders in folders, deeper than a path can name, so that they cannot be removed either.
# Expect: loses claims-by-kind
# Says: more files
# Cell: claims-by-kind
import os

while True:
    os.mkdir("d")
    os.chdir("d")
