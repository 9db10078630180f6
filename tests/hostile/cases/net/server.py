# Tries: waiting for a classmate's submission to call.
# Expect: loses nothing
# Cell: own
import socket

for family, name in ((socket.AF_INET, ("127.0.0.1", 0)), (socket.AF_UNIX, "meet"), (socket.AF_UNIX, "\0meet")):
    try:
        s = socket.socket(family)
        s.bind(name)
        s.listen()
        print("LISTENS")
    except OSError as error:
        print(type(error).__name__)
# Never: LISTENS
