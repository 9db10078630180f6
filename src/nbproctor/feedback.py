"""Feedback pages that show a student the hints, never the hidden tests, and that run and fetch nothing when opened."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from nbproctor.recording import RECORD

HIDDEN = re.compile(r"^[^\n]*BEGIN HIDDEN TESTS.*?(?:END HIDDEN TESTS[^\n]*|\Z)", re.M | re.S)
MARKS = re.compile(r"[ \t]*=== BEGIN MARK SCHEME ===.*?=== END MARK SCHEME ===[^\n]*", re.S)
# A page from a submission nobody trusts: it may show text, styles and the pictures inside it, and do nothing else.
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

# A hint is a long line: it must wrap, not run out of its box. Tables get room between their columns.
STYLE = "pre { white-space: pre-wrap; overflow-wrap: anywhere } .output_error { border-left: 4px solid #a33b00 } td, th { padding: 2px 10px }"


class Feedback(NbGraderPreprocessor):  # type: ignore[misc]
    """In `c.GenerateFeedback.preprocessors`, after GetGrades: hides hidden tests, draws charts, adds the grader's notes."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Change the notebook that becomes the page; the graded notebook itself stays as it is."""
        for cell in nb.cells:
            cell.source = MARKS.sub("", HIDDEN.sub("# Further tests are not shown.", cell.source))
            for output in cell.get("outputs", []):
                _draw(output)
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
    return [re.sub(r"[<>&*_`\[\]]", " ", str(note)) for note in notes]


def _draw(output: NotebookNode) -> None:
    """A chart's specification becomes a picture; drawing is left out of grading, where nobody looks."""
    data = output.get("data", {})
    for mime in [mime for mime in data if mime.startswith("application/vnd.vegalite")]:
        spec = data.pop(mime)
        try:
            import vl_convert

            # No address may be fetched for data: the specification is a submission's.
            data["image/svg+xml"] = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
        except Exception as error:
            data["text/plain"] = f"This chart cannot be drawn: {str(error).splitlines()[0][:200]}"


# What the formgrader page may show: text, tables, and pictures that lie in the page.
TAGS = {"a", "abbr", "b", "blockquote", "br", "caption", "code", "div", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
        "hr", "i", "img", "li", "ol", "p", "pre", "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul"}  # fmt: skip
PICTURES = ("image/png", "image/jpeg")


class Harmless(NbGraderPreprocessor):  # type: ignore[misc]
    """In `c.HTMLExporter.preprocessors`: what the formgrader page shows of a submission does nothing in the grader's browser.

    There a script of a student's would have the grader's rights: it could read the gradebook and write marks. Goes together
    with `markdown2html` among `c.HTMLExporter.filters`.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Change the notebook that becomes the page; the graded notebook itself stays as it is."""
        for cell in nb.cells:
            for name, attached in cell.get("attachments", {}).items():
                for mime in set(PICTURES) & set(attached):
                    cell.source = cell.source.replace(f"attachment:{name}", f"data:{mime};base64,{attached[mime]}")
            for output in cell.get("outputs", []):
                if "data" in output:
                    _draw(output)
                    output["data"] = _harmless(output["data"])
        return nb, resources


def _harmless(data: dict[str, Any]) -> dict[str, Any]:
    kept = {mime: value for mime, value in data.items() if mime in {"text/plain", *PICTURES}}
    if isinstance(drawn := data.get("image/svg+xml"), str):
        # As an image an SVG runs no script of its own.
        code = base64.b64encode(drawn.encode()).decode()
        kept["text/html"] = f'<img alt="Chart" src="data:image/svg+xml;base64,{code}">'
    elif isinstance(html := data.get("text/html"), str):
        kept["text/html"] = cleaned(html)
    return kept


def markdown2html(source: str) -> str:
    """In the place of nbconvert's filter of this name: the same, without what could run or fetch something."""
    from nbconvert.filters import markdown

    return cleaned(markdown.markdown2html(source))


def cleaned(html: str) -> str:
    """HTML with nothing in it but text, tables, links that a person follows, and pictures that lie in it."""
    import bleach

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
    page = re.sub(r"<script\b.*?</script\s*>", "", page, flags=re.S | re.I)
    page = re.sub(r"@font-face\s*\{.*?\}", "", page, flags=re.S)
    page = page.replace("<head>", f'<head>\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">', 1)
    return page.replace("</head>", f"<style>{STYLE}</style>\n</head>", 1)


class SealedExporter(HTMLExporter):
    """As `c.GenerateFeedback.exporter_class`: pages leave nbgrader sealed, whichever command or button makes them."""

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page of a notebook."""
        page, resources = super().from_notebook_node(nb, resources, **kw)
        return sealed(page), resources
