# Tries: sockets and rings through raw system calls, also in the numbering of other architectures.
# Expect: loses nothing
# Cell: own
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
for name, number, arguments in (
    ("socket", 41, (2, 1, 0)),
    ("socket, x32", 0x40000000 + 41, (2, 1, 0)),
    ("io_uring_setup", 425, (8, ctypes.create_string_buffer(256))),
    ("bpf", 321, (0, ctypes.create_string_buffer(128), 128)),
):
    if name != "socket, x32" and libc.syscall(number, *arguments) >= 0:
        print("GOT-" + name)
# Never: GOT-
