# Tries: threads that go on after their cell and write into the outputs of later cells.
# Expect: loses nothing
# Cell: own first
import threading
import time


def later():
    for _ in range(2000):
        print("from behind")
        time.sleep(0.001)


threading.Thread(target=later, daemon=True).start()
