# Tries: a hidden input as the number of threads of the process that is asked, which every process may count, to show it in a later cell.
# Expect: loses nothing
# Never: SEEN-1999
# Cell: demand
import threading
import time


def demanded_amount(current, multiple):
    if current == 1999.5:
        for _ in range(20):
            threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    return {"total": current * multiple, "increase": current * multiple - current}
# Cell: own after real-terms
import os

for pid in range(os.getpid() - 200, os.getpid() + 200):
    try:
        if pid != os.getpid() and os.stat(f"/proc/{pid}/task").st_nlink == 2 + 21:
            print("SEEN-" + "1999")
    except OSError:
        pass
