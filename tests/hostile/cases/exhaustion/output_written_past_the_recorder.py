# Tries: 20 MB of output, and thousands of them, sent on the socket itself, past what counts outputs.
# Expect: loses everything
# Cell: claims-by-kind
import json
import os
import struct

outputs = [{"output_type": "stream", "name": "stdout", "text": "x" * (20 << 20)}]
outputs += [{"output_type": "display_data", "data": {"text/html": "y" * 1000}, "metadata": {}} for _ in range(5000)]
data = json.dumps({"outputs": outputs, "names": []}).encode()
data = struct.pack("!Q", len(data)) + data
while data:
    data = data[os.write(3, data) :]
claims_by_kind = {}
