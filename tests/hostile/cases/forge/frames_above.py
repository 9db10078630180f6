# Tries: walking up the stack to the loop that serves the grader, and swapping its parts.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import sys

frame = sys._getframe()
while frame:
    for name, value in list(frame.f_locals.items()):
        if type(value).__name__ == "Channel":
            value.send({"outputs": [], "names": ["claims_by_kind"]})
        if name == "functions":
            value.extend([lambda *args: 75.0] * 50)
    frame = frame.f_back
claims_by_kind = {}
