# Tries: tracing its parent and itself.
# Expect: loses nothing
# Never: TRACED
# Cell: own
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
for request in (16, 0x4206):  # attach, seize
    if libc.ptrace(request, os.getppid(), 0, 0) == 0:
        print("TRACED")
print(libc.ptrace(0, 0, 0, 0))
