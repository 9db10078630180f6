# Tries: files that the grader left open.
# Expect: loses nothing
# Cell: own
import os

for fd in [0, 1, 2, *range(4, 2048)]:
    try:
        print(fd, os.fstat(fd).st_mode, os.pread(fd, 10000, 0))
    except OSError:
        pass
