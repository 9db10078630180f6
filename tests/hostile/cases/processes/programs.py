# Tries: other programs.
# Expect: loses nothing
# Never: STARTED
# Cell: own
import os
import subprocess

for start in (
    lambda: subprocess.run(["sleep", "98765"]),
    lambda: subprocess.Popen("sleep 98765 &", shell=True),
    lambda: os.posix_spawn("/bin/sleep", ["sleep", "98765"], {}),
    lambda: os.popen("sleep 98765"),
    lambda: os.spawnlp(os.P_NOWAIT, "sleep", "sleep", "98765"),
    lambda: os.execvp("sleep", ["sleep", "98765"]),
):
    try:
        start()
        print("STARTED")
    except OSError as error:
        print(type(error).__name__)
print(os.system("touch /tmp/CANARY-written"))
