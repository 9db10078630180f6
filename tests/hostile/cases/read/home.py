# Tries: the grader's home folder and the system's secrets.
# Expect: loses nothing
# Never: root:
# Cell: own
import glob
import os
from pathlib import Path

for path in ("@HOME@/secret.txt", "/etc/passwd", "/etc/shadow", "/root/.ssh/id_rsa", "~/secret.txt", "/etc/hostname"):
    try:
        print(Path(path).expanduser().read_text())
    except OSError as error:
        print(type(error).__name__)
print(glob.glob("/home/*"), glob.glob("@HOME@/*"))
