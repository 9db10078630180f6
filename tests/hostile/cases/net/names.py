# Tries: secrets in look-ups of names.
# Expect: loses nothing
# Cell: own
import socket

for look_up in (lambda: socket.getaddrinfo("canary.localhost", 80), lambda: socket.gethostbyname("canary.invalid")):
    try:
        print("FOUND", look_up())
    except OSError as error:
        print(type(error).__name__)
# Never: FOUND
