# Tries: a process that outlives its grading, with a session of its own.
# Expect: loses nothing
# Never: STARTED
# Cell: own
import multiprocessing
import os
import subprocess
from concurrent.futures import ProcessPoolExecutor

try:
    subprocess.Popen(["setsid", "nohup", "sleep", "98765"], start_new_session=True)
    print("STARTED")
except OSError as error:
    print(type(error).__name__)
for method in ("fork", "spawn", "forkserver"):
    try:
        process = multiprocessing.get_context(method).Process(target=print, args=("STARTED",))
        process.start()
        print("STARTED")
    except Exception as error:
        print(type(error).__name__)
try:
    ProcessPoolExecutor(2).submit(print)
    print("STARTED")
except Exception as error:
    print(type(error).__name__)
