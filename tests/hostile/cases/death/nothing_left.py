# Tries: to delete every module, every built-in and every name.
# Expect: any mark
# Cell: own
import builtins
import sys

for name in list(sys.modules):
    if name not in ("builtins", "sys"):
        sys.modules.pop(name)
for name in dir(builtins):
    if name not in ("delattr", "builtins", "__import__"):
        delattr(builtins, name)
