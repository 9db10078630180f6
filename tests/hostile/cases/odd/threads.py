# Tries: a handful of threads and an executor.
# Expect: loses nothing
# Shows: sum 4950
# Cell: own
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(4) as pool:
    print("sum", __builtins__["sum"](pool.map(int, range(100))) if isinstance(__builtins__, dict) else __builtins__.sum(pool.map(int, range(100))))
