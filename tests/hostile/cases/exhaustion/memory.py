# Tries: all memory, by lists, by one block, by an array.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
import numpy

blocks = []
for make in (lambda: bytearray(8 << 30), lambda: numpy.ones(1 << 30)):
    try:
        blocks.append(make())
    except MemoryError:
        pass
while True:
    blocks.append(bytearray(64 << 20))
