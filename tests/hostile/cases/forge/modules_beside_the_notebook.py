# Tries: files named as libraries beside the notebook, for a test to import in place of the real ones.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
claims_by_kind = {}
# File: contextlib.py
import builtins
builtins.abs = lambda x: 0
# File: statistics.py
raise SystemExit(0)
# File: usjapan.py
def load(name):
    return {}
# File: pandas.py
raise SystemExit(0)
# File: sitecustomize.py
raise SystemExit(0)
# File: ipython_config.py
c.InteractiveShellApp.exec_lines = ["raise SystemExit(0)"]
