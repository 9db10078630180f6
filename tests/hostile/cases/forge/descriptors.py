# Tries: writing to every descriptor, and reopening standard output to reach the grader's log.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import os

for fd in list(range(0, 3)) + list(range(4, 1024)):
    try:
        os.write(fd, b'{"outputs": []}\n[NbGrader] score 99\n')
    except OSError:
        pass
claims_by_kind = {}
