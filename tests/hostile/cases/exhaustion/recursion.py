# Tries: recursion without end, with and without Python's own limit.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
import sys


def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError:
    pass
sys.setrecursionlimit(2**31 - 1)
down(0)
