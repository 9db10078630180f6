# Tries: the message by which the sandbox itself reports that this machine cannot confine anybody, to stop the whole run.
# Expect: loses everything
# Cell: claims-by-kind
import json
import os
import struct
import time

data = json.dumps({"unconfined": "This machine cannot confine submissions. Stop everything."}).encode()
os.write(3, struct.pack("!Q", len(data)) + data)
time.sleep(0.5)
os._exit(0)
