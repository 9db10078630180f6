# Tries: a signal to its parent through the owner of a socket, which the kernel notifies when data comes.
# Expect: loses nothing
# Never: OWNED
# Cell: own first
import array
import fcntl
import os
import signal
import socket
import struct

for set_owner in (
    lambda s: fcntl.fcntl(s, fcntl.F_SETOWN, os.getppid()),
    lambda s: fcntl.fcntl(s, 15, struct.pack("ii", 1, os.getppid())),
    lambda s: fcntl.ioctl(s, 0x8901, array.array("i", [os.getppid()])),
    lambda s: fcntl.ioctl(s, 0x8902, array.array("i", [os.getppid()])),
):
    one, other = socket.socketpair()
    try:
        set_owner(one)
        fcntl.fcntl(one, 10, signal.SIGKILL)
        fcntl.fcntl(one, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
        other.send(b"x")
        print("OWNED")
    except OSError as error:
        print(type(error).__name__)
