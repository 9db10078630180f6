# Tries: a regular expression that backtracks for years, inside one call that no signal interrupts.
# Expect: loses claims-by-kind
# Says: still running
# Cell: claims-by-kind
import re

re.match(r"(a+)+$", "a" * 60 + "b")
