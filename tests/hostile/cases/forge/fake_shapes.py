# Tries: replies of the wrong shape on the socket, to make the grader itself fail.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import json
import os
import struct

for message in (
    {"outputs": 5, "names": 7},
    {"outputs": [{"output_type": "display_data", "data": 5}, {"output_type": "error", "traceback": 9}, [], None], "names": [[]]},
    {"outputs": [{"output_type": "display_data", "data": {"text/html": {"a": float("nan")}}, "metadata": 3}], "names": None},
    {"values": {"claims_by_kind": {"value": ["frame", 5]}}},
    {"values": 3},
    {"values": {"claims_by_kind": {"value": {"not": "a tree"}}}},
):
    data = json.dumps(message).encode()
    os.write(3, struct.pack("!Q", len(data)) + data)
