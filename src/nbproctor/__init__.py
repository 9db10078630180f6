"""Grade a class of notebooks in seconds, and trust every mark: an engine for any nbgrader course in Python."""

import sys

# nbformat and Altair import jsonschema, which then builds a grammar of addresses: 1.2 s of each process's start for a check
# that neither asks for. Without the module it leaves that check out.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
