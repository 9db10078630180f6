# Tries: a dictionary whose keys all have one hash, written past the encoder, to keep the test busy.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import nbproctor.student

keys = [n * (2**61 - 1) for n in range(1, 40_000)]
nbproctor.student._encoded = lambda value, functions: {"value": ["dict", [[key, 1] for key in keys]]}
claims_by_kind = {}
