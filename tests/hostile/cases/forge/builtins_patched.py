# Tries: Python's built-in functions replaced in the module `builtins`.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import builtins

builtins.abs = lambda x: 0
builtins.set = lambda *args: frozenset()
builtins.isinstance = lambda *args: True
builtins.all = builtins.any = lambda *args: True
builtins.callable = lambda x: True
builtins.AssertionError = type("Fine", (Warning,), {})
claims_by_kind = {}
