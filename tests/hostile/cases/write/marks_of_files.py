# Tries: owner, mode, times, attributes and flags of files that it may only read.
# Expect: loses nothing
# Cell: own
import array
import fcntl
import os

import pandas
import usjapan

for path in (usjapan.__file__, pandas.__file__, "@COURSE@/gradebook.db"):
    for action in (
        lambda: os.chown(path, 1, 1),
        lambda: os.setxattr(path, "user.canary", b"x"),
        lambda: fcntl.ioctl(os.open(path, os.O_RDONLY), 0x40086602, array.array("l", [0x80 | 0x80000])),
    ):
        try:
            action()
            print("DONE-" + "IT")
        except OSError as error:
            print(type(error).__name__)
    try:  # these two may seem to succeed
        os.chmod(path, 0o600)
        os.utime(path, (1, 1))
        print(os.stat(path).st_mtime == 1)
    except OSError as error:
        print(type(error).__name__)
# Never: DONE-IT
# Never: True
