# Tries: the grading engine's own modules patched in this process: encoder, test runner, judgement of errors.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import gc

import nbproctor.plain
import nbproctor.student
import nbproctor.testcell

nbproctor.testcell._run = lambda *args: []
nbproctor.testcell._for_marking = lambda *args: []
nbproctor.testcell.serve = lambda channel, limits: channel.send({"outputs": []})
nbproctor.plain.Encoder.encode = lambda self, value, depth=0: ["outputs", []]
for thing in gc.get_objects():
    if isinstance(thing, dict) and "outputs" in thing:
        thing["outputs"] = []
claims_by_kind = {}
