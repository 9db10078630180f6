# Tries: an answer that runs code when it is unpickled, and one when it is copied or hashed.
# Expect: loses claims-by-kind, straining-claims
# Cell: claims-by-kind
class Bomb:
    def __reduce__(self):
        return (exec, ("import builtins; builtins.abs = lambda x: 0",))

    __deepcopy__ = __copy__ = lambda self, *args: exec("raise SystemExit")


claims_by_kind = {"fact": Bomb()}
# Cell: straining-claims
straining_claims = [Bomb()]
