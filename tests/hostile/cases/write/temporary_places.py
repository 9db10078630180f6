# Tries: files in every place that is writable for everybody.
# Expect: loses nothing
# Cell: own
import os

for folder in ("/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "/run/user/0", "@TMP@", "..", "../..", "/var/lock", "/mnt"):
    try:
        open(f"{folder}/CANARY-written", "w").write("x")
        print("DONE-" + "IT", folder)
    except OSError as error:
        print(type(error).__name__)
# Never: DONE-IT
