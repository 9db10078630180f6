# Tries: source lines of the tests through inspect, linecache and tracebacks.
# Expect: loses demand
# Never: _aloud = False
# Cell: demand
import inspect
import linecache
import sys
import traceback


def demanded_amount(current, multiple):
    text = "".join(traceback.format_stack()) + str(list(linecache.cache))
    for frame in sys._current_frames().values():
        while frame:
            try:
                text += inspect.getsource(frame)
            except Exception:
                pass
            frame = frame.f_back
    raise ValueError(text)
