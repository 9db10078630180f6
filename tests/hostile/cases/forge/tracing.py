# Tries: trace, profile and audit hooks that leave every frame before its assert.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import sys
import threading


def trace(frame, event, argument):
    frame.f_trace_opcodes = False
    for name in list(frame.f_locals):
        if name in ("outputs", "refused"):
            frame.f_locals[name] = []
    return None


sys.settrace(trace)
sys.setprofile(trace)
threading.settrace(trace)
sys.addaudithook(lambda *args: None)
claims_by_kind = {}
