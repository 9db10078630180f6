# Tries: a crash of the interpreter.
# Expect: loses claims-by-kind
# Says: ended its process
# Cell: claims-by-kind
import ctypes

ctypes.string_at(0)
