# Tries: answers of a class that equals everything and answers every question with yes.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
class Yes:
    def __getattr__(self, name):
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __eq__(self, other):
        return True

    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __eq__

    def __hash__(self):
        return 0

    def __bool__(self):
        return True

    def __add__(self, other):
        return self

    __radd__ = __sub__ = __rsub__ = __getitem__ = __add__

    def __float__(self):
        return 75.0


claims_by_kind = straining_claims = theme_chart = Yes()
# Cell: share-by-theme
share_by_theme = Yes()
# Cell: demand
def demanded_amount(current, multiple):
    return Yes()
# Cell: real-terms
def in_prices_of(amount, index_then, index_target):
    return Yes()
