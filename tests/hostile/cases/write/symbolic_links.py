# Tries: symbolic links out of its folder, written through and read through.
# Expect: loses nothing
# Cell: own
import os

for target in ("@COURSE@/gradebook.db", "@HOME@/secret.txt", "@COURSE@"):
    try:
        os.symlink(target, "way-out")
        print(open("way-out", "rb").read(), os.listdir("way-out"))
        open("way-out", "ab").write(b"CANARY")
    except OSError as error:
        print(type(error).__name__)
