# Tries: code into the libraries that the next submission and the grader import.
# Expect: loses nothing
# Cell: own
import os
import sys
import sysconfig

import nbproctor
import usjapan

for folder in (sysconfig.get_paths()["purelib"], os.path.dirname(usjapan.__file__), os.path.dirname(nbproctor.__file__), sys.prefix):
    for name in ("CANARY_written.pth", "CANARY_written.py", "__pycache__/CANARY_written.pyc"):
        try:
            open(f"{folder}/{name}", "w").write("pass")
            print("DONE-" + "IT")
        except OSError as error:
            print(type(error).__name__)
# Never: DONE-IT
