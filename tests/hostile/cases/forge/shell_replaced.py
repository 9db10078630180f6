# Tries: the shell's run_cell, run_code and showtraceback replaced, so that every cell seems to succeed.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell


def run_cell(self, *args, **kwargs):
    return ExecutionResult(None)


async def run_code(self, *args, **kwargs):
    return False


for shell in (InteractiveShell, type(get_ipython())):
    shell.run_cell = run_cell
    shell.run_code = run_code
    shell.showtraceback = shell._showtraceback = lambda *args, **kwargs: None
claims_by_kind = {}
