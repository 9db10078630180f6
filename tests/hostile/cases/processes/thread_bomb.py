# Tries: as many threads as the machine allows.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
import threading
import time

threading.stack_size(32768)
started = 0
claims_by_kind = {}
while started < 60000:
    try:
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        started += 1
    except RuntimeError:
        time.sleep(0.001)
