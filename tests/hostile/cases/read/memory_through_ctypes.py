# Tries: the memory of the parent and of itself through ctypes.
# Expect: loses nothing
# Never: READ-OTHER
# Cell: own
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(4096)


class Vec(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


local = Vec(ctypes.addressof(buffer), 4096)
remote = Vec(id(os), 4096)
for pid in (os.getppid(), 1):
    if libc.process_vm_readv(pid, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0) > 0:
        print("READ-OTHER", buffer.raw)
