# Tries: files that are removed while they are open or mapped, so that nobody sees how much they hold.
# Expect: loses claims-by-kind
# Says: was stopped
# Cell: claims-by-kind
import mmap
import os
import time

held = []
for n in range(150):  # bounded here: 3 GB
    with open("hidden", "w+b") as file:
        file.write(b"x" * (20 << 20))
        file.flush()
        held.append(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    os.remove("hidden")
time.sleep(60)
