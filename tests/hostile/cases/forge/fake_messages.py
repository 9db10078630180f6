# Tries: replies of its own on every open descriptor: test outputs, values, "all is well", ahead of what is asked.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import json
import os
import struct

claims_by_kind = {}
for message in (
    {"outputs": [], "names": ["claims_by_kind", "_expected", "isinstance", "_right"]},
    {"outputs": []},
    {"values": {"claims_by_kind": {"value": ["dict", []]}, "isinstance": {"value": ["function", 0, "isinstance"]}}},
    {"score": 99, "outputs": []},
):
    data = json.dumps(message).encode()
    for fd in range(3, 64):
        try:
            os.write(fd, struct.pack("!Q", len(data)) + data)
        except OSError:
            pass
