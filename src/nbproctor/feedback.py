"""Feedback pages that show a student the hints, never the hidden tests, and that run and fetch nothing when opened."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import bleach
import nbformat
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import markdown
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from nbproctor.recording import RECORD
from nbproctor.salvage import grader_of

HIDDEN = re.compile(r"^[^\n]*BEGIN HIDDEN TESTS.*?(?:END HIDDEN TESTS[^\n]*|\Z)", re.M | re.S)
MARKS = re.compile(r"=== BEGIN MARK SCHEME ===.*?(?:=== END MARK SCHEME ===[^\n]*|\Z)", re.S)
# A page from a submission nobody trusts: it may show text, styles and the pictures inside it, and do nothing else.
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
# What acts without a script: these send, fetch or lead elsewhere, and not all of it heeds a policy. A script may be
# what is left around another that was taken out.
ACTIVE = re.compile(r"<(?=/?(?:meta|link|base|form|iframe|frame|object|embed|script)\b)", re.I)

# A hint is a long line: it must wrap, not run out of its box. Tables get room between their columns.
STYLE = (
    "pre { white-space: pre-wrap; overflow-wrap: anywhere } .output_error { border-left: 4px solid #a33b00 } "
    "td, th { padding: 2px 10px }"
)


class Feedback(NbGraderPreprocessor):  # type: ignore[misc]
    """In `c.GenerateFeedback.preprocessors`, after GetGrades: hides hidden tests, draws charts, adds the grader's notes."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Change the notebook that becomes the page; the graded notebook itself stays as it is."""
        for cell in nb.cells:
            cell.source = MARKS.sub("", HIDDEN.sub("# Further tests are not shown.", cell.source))
        _shorten(nb)
        _draw(nb)
        notes = _notes(Path(resources["metadata"].get("path", "")))
        if notes:
            listed = "\n".join(f"- {note}" for note in notes)
            nb.cells.insert(0, nbformat.v4.new_markdown_cell(f"**Notes of the grader**\n\n{listed}"))
        return nb, resources


def _notes(folder: Path) -> list[str]:
    try:
        notes = json.loads((folder / RECORD).read_text(encoding="utf-8"))["notes"]
    except (OSError, ValueError, KeyError):
        return []
    return [_words(str(note)) for note in notes]


def _draw(nb: NotebookNode) -> None:
    """Charts' specifications become pictures; drawing is left out of grading, where nobody looks."""
    charts = [
        (output.data, output.data.pop(mime))
        for cell in nb.cells
        for output in cell.get("outputs", [])
        for mime in list(output.get("data", ()))
        if mime.startswith("application/vnd.vegalite")
    ]
    for (data, _), drawn in zip(charts, _apart(DRAWING, [spec for _, spec in charts]), strict=True):
        data.update(drawn or NOT_DRAWN)


# A specification is a small program of the submission's: one may compute for ever, another take all memory, upon which the
# process that draws it is ended. No address may be fetched for its data.
DRAWING = """
import json, resource, sys
import vl_convert
resource.setrlimit(resource.RLIMIT_DATA, (2 << 30, 2 << 30))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
for line in sys.stdin:
    try:
        drawn = vl_convert.vegalite_to_svg(json.loads(line), allowed_base_urls=[])
        answer = {"image/svg+xml": drawn} if len(drawn) < 2_000_000 else {"text/plain": "This chart is too large to be drawn."}
    except Exception as error:
        answer = {"text/plain": f"This chart cannot be drawn: {str(error).splitlines()[0][:200]}"}
    print(json.dumps(answer), flush=True)
"""
NOT_DRAWN = {"text/plain": "This chart is not drawn: it, or others on this page, take too long or too much memory."}
# Tables are cleaned in a time that grows with the square of what stands in them but in none of their cells.
CLEANING = """
import json, sys
from nbproctor.feedback import cleaned
for line in sys.stdin:
    print(json.dumps(cleaned(json.loads(line))), flush=True)
"""
SECONDS = 20  # for all charts or all HTML of a page; one takes a tenth of a second


def _apart(program: str, pieces: list[Any]) -> list[Any]:
    """What a process of its own makes of each piece; None where that takes too long or too much memory."""
    found: list[Any] = []
    end = time.monotonic() + SECONDS
    while len(found) < len(pieces) and (left := end - time.monotonic()) > 0:
        command, rest = [sys.executable, "-P", "-c", program], "\n".join(map(json.dumps, pieces[len(found) :]))
        try:
            answer = subprocess.run(command, input=rest.encode(), capture_output=True, timeout=left).stdout
        except subprocess.TimeoutExpired as error:
            answer = error.stdout or b""
        found += [json.loads(line) for line in answer.split(b"\n")[:-1]]  # the last may be half a line
        found += [None] if len(found) < len(pieces) else []
    return found + [None] * (len(pieces) - len(found))


# Cleaning and typesetting take time by the square of what is nested, named or left open: a megabyte of it would take hours.
# Characters of a student's on a page; an honest one has a tenth.
MOST = {"code": 100_000, "markup": 40_000, "html": 4_000_000, "drawing": 4_000_000, "text": 1_000_000}
COUNTS_AS = {"text/html": "html", "image/svg+xml": "drawing", "text/markdown": "markup", "text/latex": "markup"}
OUTPUTS = 1_000  # of a page, which an honest one has fifty of
DEEPEST = 200  # open elements; a table has five
SHORT = 20_000  # characters, of which a page is made in a tenth of a second whatever they are
COLOURS, ESCAPES = re.compile(r"\x1b(?:\[[0-9;]*m)?"), 500  # a coloured traceback has some hundred
NEVER_NESTED = {"br", "circle", "col", "dd", "dt", "ellipse", "hr", "img", "input", "li", "line", "option", "p", "path",
                "polygon", "polyline", "rect", "stop", "td", "th", "tr", "use", "wbr"}  # fmt: skip
FENCE = re.compile(r"^([ \t]*(?:`{3,}|~{3,}))[ \t]*\S.*$", re.M)


def _shorten(nb: NotebookNode) -> None:
    """Leave out what would take minutes to make a page of."""
    left = {**MOST, "outputs": OUTPUTS}

    def beyond(kind: str, text: str) -> bool:
        left[kind] -= len(text)
        return left[kind] < 0

    for cell in nb.cells:
        locked = grader_of(cell).get("locked")
        if cell.cell_type == "markdown":
            if len(cell.source) > SHORT // 10:
                cell.source = FENCE.sub(r"\1", cell.source)  # code in it is shown without colours
            if not locked and (beyond("markup", cell.source) or _heavy(cell.source)):
                cell.source = f"*The beginning of a text that is too long for this page:* {_words(cell.source[:2000])}"
        elif not locked and (beyond("code", cell.source) or _long(cell.source)):
            cell.source = f"{cell.source[:1000]}\n# [The rest of this cell is too long for this page.]"
        shown, left["outputs"] = left["outputs"], max(0, left["outputs"] - len(cell.get("outputs", [])))
        if len(cell.get("outputs", [])) > shown:
            rest = nbformat.v4.new_output("stream", text="[Further outputs are too many for this page.]\n")
            cell.outputs = [*cell.outputs[:shown], rest]
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            for holder, name in ((output, "text"), (data, "text/plain"), (output, "traceback")):
                if name in holder:
                    text = ("\n" if name == "traceback" else "").join(holder[name])
                    short = text if text.count("\x1b") <= ESCAPES else COLOURS.sub("", text)
                    short = f"{short[:SHORT]}\n[The rest is too long for this page.]" if beyond("text", short) else short
                    holder[name] = [short] if name == "traceback" else short
            for mime in COUNTS_AS.keys() & data.keys():
                text = "".join(data[mime])
                if beyond(COUNTS_AS[mime], text) or _heavy(text, mime == "image/svg+xml"):
                    del data[mime]
                    data.setdefault("text/plain", "This output is too large for the page.")


def _long(code: str) -> bool:
    """Whether code is long, or one of its lines: colouring that takes time by the square of its length."""
    return len(code) > SHORT or max(map(len, code.splitlines()), default=0) > SHORT // 10


def _heavy(html: str, drawing: bool = False) -> bool:
    """Whether a text opens hundreds of elements within each other, or gives one of them hundreds of attributes.

    Of a long text, as many at all: a browser does not heed a closing tag in a comment, say, or in a cell of a table within.
    """
    opened: Counter[str] = Counter()
    depth = 0
    heeded = drawing or len(html) <= SHORT  # a drawing is shown as it is
    for tag in re.finditer(r"<(/?)([A-Za-z][^\s/>]*)([^>]*)", html):
        name = tag[2].lower()
        if name not in NEVER_NESTED and (not tag[1] or (heeded and opened[name])):
            step = -1 if tag[1] else 1
            opened[name] += step
            depth += step
        if depth > DEEPEST or len(tag[2]) > 1000 or len(re.sub(r"\"[^\"]*\"|'[^']*'", "", tag[3])) > 4000:
            return True
    return False


def _words(text: str) -> str:
    """Text without the signs that have a meaning in Markdown."""
    return re.sub(r"[<>&*_`$\\\[\]]", " ", text)


# What the formgrader page may show: text, tables, and pictures that lie in the page.
TAGS = {"a", "abbr", "b", "blockquote", "br", "caption", "code", "div", "em", "figcaption", "figure", "h1", "h2", "h3", "h4",
        "h5", "h6", "hr", "i", "img", "li", "ol", "p", "pre", "small", "span", "strong", "sub", "sup", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul"}  # fmt: skip
PICTURES = ("image/png", "image/jpeg")


class Harmless(NbGraderPreprocessor):  # type: ignore[misc]
    """In `c.HTMLExporter.preprocessors`: what the formgrader page shows of a submission does nothing in the grader's browser.

    There a script of a student's would have the grader's rights: it could read the gradebook and write marks. Goes together
    with `markdown2html` among `c.HTMLExporter.filters`.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Change the notebook that becomes the page; the graded notebook itself stays as it is."""
        _shorten(nb)
        _draw(nb)
        everything = [output["data"] for cell in nb.cells for output in cell.get("outputs", []) if "data" in output]
        shown = [data for data in everything if isinstance(data.get("text/html"), str) and "image/svg+xml" not in data]
        pieces = [data["text/html"] for data in shown]
        soon = sum(len(piece) ** 2 for piece in pieces) <= SHORT**2
        for data, clean in zip(shown, map(cleaned, pieces) if soon else _apart(CLEANING, pieces), strict=True):
            data["text/html"] = clean if clean is not None else "<p>This output takes too long to be shown.</p>"
        for cell in nb.cells:
            for name, attached in cell.get("attachments", {}).items():
                for mime in set(PICTURES) & set(attached):
                    cell.source = cell.source.replace(f"attachment:{name}", f"data:{mime};base64,{attached[mime]}")
            for output in cell.get("outputs", []):
                if "data" in output:
                    output["data"] = _harmless(output["data"])
        return nb, resources


def _harmless(data: dict[str, Any]) -> dict[str, Any]:
    kept = {mime: value for mime, value in data.items() if mime in {"text/plain", *PICTURES}}
    if isinstance(drawn := data.get("image/svg+xml"), str):
        # As an image an SVG runs no script of its own.
        code = base64.b64encode(drawn.encode()).decode()
        kept["text/html"] = f'<img alt="Chart" src="data:image/svg+xml;base64,{code}">'
    elif isinstance(html := data.get("text/html"), str):
        kept["text/html"] = html
    return kept


def markdown2html(source: str) -> str:
    """In the place of nbconvert's filter of this name: the same, without what could run or fetch something."""
    return cleaned(markdown.markdown2html(source))


def cleaned(html: str) -> str:
    """HTML with nothing in it but text, tables, links that a person follows, and pictures that lie in it."""
    html = re.sub(r"<(style|script)\b.*?(</\1\s*>|\Z)", "", html, flags=re.S | re.I)
    # "data" is for pictures; a link to it is refused by browsers, and here.
    return str(bleach.clean(html, TAGS, _attribute, protocols={"http", "https", "mailto", "data"}, strip=True))


def _attribute(tag: str, name: str, value: str) -> bool:
    if name == "src":
        return tag == "img" and value.startswith("data:image/")
    if name == "href":
        return tag == "a" and not value.strip().lower().startswith("data:")
    return name in {"class", "title", "alt", "width", "height", "colspan", "rowspan", "scope"}


def sealed(page: str) -> str:
    """A page without its scripts that forbids any other: it shows the same without the network."""
    head, end, body = page.partition(
        "</head>"
    )  # the body holds what the student wrote, which may begin anything and end nothing
    head = re.sub(r"@font-face\s*\{.*?\}", "", _without_scripts(head), flags=re.S)
    head = head.replace("<head>", f'<head>\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">', 1)
    return f"{head}<style>{STYLE}</style>\n{end}{ACTIVE.sub('&lt;', _without_scripts(body))}"


def _without_scripts(html: str) -> str:
    first, *others = re.split(r"<script\b", html, flags=re.I)
    ends = (re.split(r"</script\s*>", part, maxsplit=1, flags=re.I) for part in others)
    return first + "".join(rest[0] for _, *rest in ends if rest)


class SealedExporter(HTMLExporter):
    """As `c.GenerateFeedback.exporter_class`: pages leave nbgrader sealed, whichever command or button makes them."""

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page of a notebook."""
        page, resources = super().from_notebook_node(nb, resources, **kw)
        return sealed(page), resources
