# Tries: a value whose text never ends, as the last line of a cell.
# Expect: loses claims-by-kind
# Says: still running
# Cell: claims-by-kind
class Mute:
    def __repr__(self):
        while True:
            pass


claims_by_kind = {}
Mute()
