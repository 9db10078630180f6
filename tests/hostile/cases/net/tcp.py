# Tries: a message to a TCP server on this machine, and to one far away.
# Expect: loses nothing
# Cell: own
import socket
import urllib.request

for address in (("127.0.0.1", @TCP@), ("::1", @TCP@), ("localhost", @TCP@)):
    try:
        socket.create_connection(address, timeout=1).sendall(b"CANARY")
        print("SENT")
    except OSError as error:
        print(type(error).__name__)
try:
    urllib.request.urlopen("http://127.0.0.1:@TCP@/CANARY", timeout=1)
    print("SENT")
except OSError as error:
    print(type(error).__name__)
# Never: SENT
