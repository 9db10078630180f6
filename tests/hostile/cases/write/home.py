# Tries: files in the grader's home folder that run when the grader next starts Python or a shell.
# Expect: loses nothing
# Cell: own
import os

for path in ("@HOME@/.bashrc", "@HOME@/CANARY-written", "/root/CANARY-written", "@HOME@/.ipython/profile_default/startup/a.py"):
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, "a").write("pass")
        print("DONE-" + "IT")
    except OSError as error:
        print(type(error).__name__)
# Never: DONE-IT
