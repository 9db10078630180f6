# Tries: memory mapped as a stack, which the limit on data does not count.
# Expect: loses nothing
# Never: GOT-
# Cell: own
import mmap

for flags in (0x100, 0x100 | 0x20000, 0x40000):
    try:
        block = mmap.mmap(-1, 4 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | flags)
        print("GOT-it")
    except (OSError, MemoryError) as error:
        print(type(error).__name__)
