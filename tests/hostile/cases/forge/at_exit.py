# Tries: code at exit and in finalizers that sends results when the process ends.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import atexit
import os
import weakref


def late():
    os.write(3, b"\0\0\0\0\0\0\0\x0f" + b'{"outputs": []}')


atexit.register(late)


class Last:
    pass


keep = Last()
weakref.finalize(keep, late)
claims_by_kind = {}
