"""How tables show in a notebook: words to the left, numbers to the right, and never wider than the page."""

from __future__ import annotations

import re
import sys
from typing import Any

import pandas as pd

# The last line is for printed text: the lab would break its lines inside words. It holds for the whole notebook.
_LOOK = """<style>
.usjapan-table { max-width: 100%; overflow-x: auto; }
.usjapan-table .dataframe tr td, .usjapan-table .dataframe tr th { text-align: left; padding: .35em .45em; }
.usjapan-table .dataframe tr :is(td, th):is(td, th, :only-of-type) { vertical-align: top; }
.usjapan-table .date { white-space: nowrap; }
.usjapan-table .dataframe tr .number { text-align: right; }
.jp-OutputArea-output.jp-RenderedText pre { word-break: normal; overflow-wrap: anywhere; }
</style>"""
_DATE = re.compile(r"<(t[hd])>(?=\d{4}-\d\d-\d\d<)")
_ROW = re.compile(r"<tr.*?</tr>", re.S)
_CELL = re.compile(r"<(t[hd])>")


def table_html(frame: pd.DataFrame) -> str | None:
    """The frame as pandas writes it, in a frame of its own that scrolls where the page is narrow, also by keyboard."""
    write: Any = frame._repr_html_
    written: str | None = write()
    if written is None or "<table" not in written:
        return written
    head, tbody, body = written.partition("<tbody>")
    # An empty cell is no heading: a screen reader would announce one without words.
    head = head.replace("<th></th>", "<td></td>")
    numeric = [pd.api.types.is_numeric_dtype(dtype) and not pd.api.types.is_bool_dtype(dtype) for dtype in frame.dtypes]
    head, body = (_ROW.sub(lambda row: _numbers(row[0], numeric), part) for part in (head, body))
    body = _DATE.sub(r'<\1 class="date">', body)
    # Long names such as definition_or_scope may break after a low line, in the text but not inside a tag.
    parts = re.sub(r"_(?=[^<>]*<)", "_<wbr>", head + tbody + body)
    return f'{_LOOK}<div class="usjapan-table" tabindex="0" role="group" aria-label="Table">{parts}</div>'


def _numbers(row: str, numeric: list[bool]) -> str:
    """Mark the cells of the columns of numbers, which are a row's last; not in a row that is cut or spans columns."""
    cells = _CELL.findall(row)
    names = len(cells) - len(numeric)
    if names < 0 or "colspan" in row:
        return row
    columns = iter([False] * names + numeric)
    return _CELL.sub(lambda cell: f'<{cell[1]} class="number">' if next(columns) else cell[0], row)


def show_tables() -> None:
    """Let the running notebook, if there is one, show frames by `table_html`."""
    if "IPython" not in sys.modules:
        return
    shell: Any = sys.modules["IPython"].get_ipython()
    if shell is not None:
        shell.display_formatter.formatters["text/html"].for_type(pd.DataFrame, table_html)
