# Tries: a datagram to a named Unix socket out of a socket pair, which needs neither socket() nor connect().
# Expect: loses nothing
# Cell: own
import socket

for kind in (socket.SOCK_DGRAM, socket.SOCK_SEQPACKET, socket.SOCK_STREAM):
    for name in ("@SOCKET@", "\0@ABSTRACT@"):
        try:
            mine, _ = socket.socketpair(socket.AF_UNIX, kind)
            mine.sendto(b"CANARY", name)
            print("SENT")
        except OSError as error:
            print(type(error).__name__)
        try:
            mine, _ = socket.socketpair(socket.AF_UNIX, kind)
            mine.sendmsg([b"CANARY"], [], 0, name)
            print("SENT")
        except OSError as error:
            print(type(error).__name__)
# Never: SENT
