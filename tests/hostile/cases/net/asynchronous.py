# Tries: a connection by top-level await.
# Expect: loses nothing
# Cell: own
import asyncio

reader, writer = await asyncio.open_connection("127.0.0.1", @TCP@)
writer.write(b"CANARY")
await writer.drain()
print("SENT")
# Never: SENT
