# Tries: a message nested a hundred thousand deep, and one of ten million empty lists.
# Expect: loses everything
# Cell: claims-by-kind
import os
import struct

claims_by_kind = {}
for data in (
    b'{"outputs": [], "names": ["claims_by_kind"]}',
    b'{"values": {"claims_by_kind": {"value": ' + b"[" * 900 + b"1" + b"]" * 900 + b"}}}",
    b'{"outputs": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b'{"outputs": [' + b"[]," * 10_000_000 + b"[]]}",
):
    data = struct.pack("!Q", len(data)) + data
    while data:
        data = data[os.write(3, data) :]
