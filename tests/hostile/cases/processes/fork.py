# Tries: a child process, by every call that makes one.
# Expect: loses nothing
# Never: CHILD
# Cell: own
import os
import pty

for start in (os.fork, os.forkpty, pty.fork):
    try:
        start()
        print("CHILD")
    except OSError as error:
        print(type(error).__name__)
