# Tries: values and errors whose text raises.
# Expect: loses claims-by-kind
# Cell: claims-by-kind
class Mute:
    def __repr__(self):
        raise SystemExit

    __str__ = __format__ = __repr__


class Worse(Exception):
    __str__ = __repr__ = Mute.__repr__


claims_by_kind = {Mute(): Mute()}
try:
    display(Mute())
except BaseException:
    pass
raise Worse(Mute())
