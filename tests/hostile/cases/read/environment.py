# Tries: secrets in the environment, as Python and as C have it.
# Expect: loses nothing
# Cell: own
import ctypes
import os

print(dict(os.environ))
libc = ctypes.CDLL(None)
environ = ctypes.POINTER(ctypes.c_char_p).in_dll(libc, "environ")
n = 0
while environ[n]:
    print(environ[n])
    n += 1
# Bytes above the last variable: where the kernel put the first environment of this process.
print(ctypes.string_at(environ[0], 4096)[:4096] if n else "")
