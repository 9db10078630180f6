# Tries: memory that does not count as its own: shared, in memory files, in shared files.
# Expect: loses nothing
# Never: GOT-
# Cell: own
import mmap
import os

for make in (
    lambda: mmap.mmap(-1, 4 << 30),
    lambda: os.memfd_create("x"),
    lambda: mmap.mmap(-1, 4 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS),
):
    try:
        make()
        print("GOT-it")
    except (OSError, MemoryError) as error:
        print(type(error).__name__)
try:
    from multiprocessing.shared_memory import SharedMemory

    SharedMemory("CANARY-written", create=True, size=1 << 20)
    print("GOT-it")
except OSError as error:
    print(type(error).__name__)
