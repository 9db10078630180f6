# Tries: signals to every process near its own number, where siblings and the grader are.
# Expect: loses nothing
# Never: REACHED
# Cell: own first
import ctypes
import os

libc = ctypes.CDLL(None)
for pid in range(os.getpid() - 300, os.getpid() + 300):
    if pid > 1 and pid != os.getpid():
        for call in (lambda: libc.kill(pid, 9), lambda: libc.syscall(234, pid, pid, 9)):
            if call() == 0:
                print("REACHED")
