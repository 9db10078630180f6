# Tries: usjapan.load patched to return tables for which a wrong answer is right.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import sys

import usjapan
import usjapan.tables

real = usjapan.load


def load(name):
    return real(name).iloc[:1]


for module in list(sys.modules.values()):
    if getattr(module, "load", None) is real:
        module.load = load
usjapan.tables._frames = {}
claims_by_kind = load("claims")["kind"].value_counts()
# Cell: straining-claims
straining_claims = usjapan.load("claims")
