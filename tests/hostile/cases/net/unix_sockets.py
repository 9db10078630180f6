# Tries: Unix sockets by path and by abstract name.
# Expect: loses nothing
# Cell: own
import socket

for name in ("@SOCKET@", "\0@ABSTRACT@", "/run/docker.sock", "/run/systemd/journal/socket", "/tmp/.X11-unix/X0"):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        try:
            s = socket.socket(socket.AF_UNIX, kind)
            s.connect(name)
            s.send(b"CANARY")
            print("SENT")
        except OSError as error:
            print(type(error).__name__)
# Never: SENT
