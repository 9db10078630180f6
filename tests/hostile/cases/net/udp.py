# Tries: datagrams.
# Expect: loses nothing
# Cell: own
import socket

for family, kind, protocol in (
    (socket.AF_INET, socket.SOCK_DGRAM, 0),
    (socket.AF_INET6, socket.SOCK_DGRAM, 0),
    (socket.AF_INET, socket.SOCK_RAW, 1),
    (socket.AF_INET, socket.SOCK_DGRAM, 1),
    (socket.AF_NETLINK, socket.SOCK_RAW, 0),
    (socket.AF_PACKET, socket.SOCK_RAW, 3),
    (40, socket.SOCK_STREAM, 0),
):
    try:
        with socket.socket(family, kind, protocol) as s:
            print("SENT")
            s.sendto(b"CANARY", ("127.0.0.1", @UDP@))
    except OSError as error:
        print(type(error).__name__)
# Never: SENT
