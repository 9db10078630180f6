# Tries: signals to itself.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
import os
import signal

for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL, signal.SIGSTOP):
    try:
        os.kill(os.getpid(), number)
    except OSError as error:
        print(type(error).__name__)
signal.raise_signal(signal.SIGSTOP)
