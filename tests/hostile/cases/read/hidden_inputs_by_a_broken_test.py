# Tries: hidden inputs through a test that is carried out a second time because its process broke at the first.
# Expect: loses demand
# Never: SEEN-1999
# Cell: demand
import json as _json
import os as _os
import struct as _struct


def demanded_amount(current, multiple):
    if current != 1999.5:
        return {"total": current * multiple, "increase": current * multiple - current}
    # A reply that grows when the grader writes it anew: three bytes a letter here, six there.
    for reply in ('{"value": "' + "あ" * 9_000_000 + '"}', _json.dumps({"raised": "ValueError", "message": f"SEEN-{current}"})):
        data = reply.encode()
        data = _struct.pack("!Q", len(data)) + data
        while data:
            data = data[_os.write(3, data[: 1 << 20]) :]
        _os.read(3, 1 << 16)
    return 0
