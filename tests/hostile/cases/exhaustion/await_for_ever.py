# Tries: to wait for ever at top level.
# Expect: loses claims-by-kind
# Says: still running
# Cell: claims-by-kind
import asyncio

await asyncio.Event().wait()
