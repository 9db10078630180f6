# Tries: a system call in another architecture's numbering, which the kernel answers by ending the process.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
import ctypes

ctypes.CDLL(None).syscall(0x40000000 + 41, 2, 1, 0)
