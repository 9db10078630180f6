"""`usjapan export`: the lessons as web pages that show every chart without a kernel and without internet."""

from __future__ import annotations

import asyncio
import html
import os
import re
import subprocess
from pathlib import Path
from typing import Any

from usjapan.failure import CommandError
from usjapan.lab import lessons_folder

STATE = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"

# Dark on white with a contrast of 7 to 1 and more; one column that narrows with the window, pictures with it.
_STYLE = """
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #222; font: 1rem/1.55 "Liberation Sans", Arial, Helvetica, sans-serif; }
nav, main, footer { max-width: 52rem; margin: 0 auto; padding: 1rem; box-sizing: border-box; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; list-style: none; margin: 0; padding: 0; }
footer { border-top: 1px solid #8c8c8c; margin-top: 2rem; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.2rem; }
a { color: #00528a; }
.highlight .ow { color: #7a00cc; }
img { max-width: 100%; height: auto; }
pre, code { font-family: "Liberation Mono", Menlo, Consolas, monospace; font-size: .875rem; }
p code, li code, td code { background: #f2f2f2; padding: 0 .2em; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.4; margin: .4rem 0; }
.input_area pre, .rendered_html > pre, .rendered_html .highlight pre { background: #f6f6f6; border-left: 3px solid #8c8c8c; padding: .5rem .8rem; }
.output_area { margin: .4rem 0 1rem; overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; }
td, th { border: 1px solid #c4c4c4; padding: .3rem .5rem; text-align: left; vertical-align: top; }
.widget { border: 1px solid #8c8c8c; padding: .2rem 1rem; }
"""


def export(folder: Path, lesson: str = "") -> list[Path]:
    """Run the lessons whose names begin with `lesson` and write each as a page in `folder`, with an index; returns the pages.

    Raises `CommandError` for an unknown lesson, one that does not run, or a folder that cannot be written.
    """
    names = sorted(lessons_folder().glob("*.ipynb"))
    chosen = [path for path in names if path.name.startswith(lesson)]
    if not chosen:
        raise CommandError(f"There is no lesson {lesson!r}. The lessons are: {', '.join(path.stem for path in names)}.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"{folder} cannot be made: {error.strerror}. Name another folder: usjapan export FOLDER.") from None
    notebooks = asyncio.run(_run_all(chosen, folder))
    titles = {path.stem: _title(notebook) for path, notebook in zip(chosen, notebooks, strict=True)}
    pages = []
    for path, notebook in zip(chosen, notebooks, strict=True):
        pages.append(_write(folder / f"{path.stem}.html", titles[path.stem], _body(notebook), _links(titles, path.stem)))
    listed = "".join(f'<li><a href="{name}.html">{html.escape(title)}</a></li>' for name, title in titles.items())
    _write(folder / "index.html", "Lessons", f"<h1>Lessons</h1><ul>{listed}</ul>", "")
    return pages


async def _run_all(paths: list[Path], folder: Path) -> list[Any]:
    # A kernel for each core: a lesson mostly waits for its own.
    free = asyncio.Semaphore(min(os.cpu_count() or 1, 4))

    async def run(path: Path) -> Any:
        async with free:
            return await _run(path, folder)

    return await asyncio.gather(*(run(path) for path in paths))


async def _run(path: Path, folder: Path) -> Any:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    try:
        # The kernel's own log is no concern of the reader; an error of a cell comes back as an exception.
        await client.async_execute(stderr=subprocess.DEVNULL)
    except CellExecutionError as error:
        raise CommandError(f"{path.name} does not run: {error.ename}: {error.evalue}") from None
    states = notebook.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if VIEW in output.get("data", {}):
                output["data"] = {"text/html": _still(output["data"][VIEW]["model_id"], states)}
    notebook.metadata.pop("widgets", None)
    return notebook


def _still(model_id: str, states: dict[str, Any]) -> str:
    """A widget's first view: its chart as a picture, its words, and what its controls are set to."""
    from usjapan.charts import picture

    parts: list[str] = []
    settings: list[str] = []
    for state in _children(model_id, states):
        description, value = state.get("description", ""), state.get("value")
        if "title" in state:
            parts.append(f"<p><strong>{html.escape(state['title'])}</strong></p>")
        elif state.get("spec"):
            parts.append(picture(state["spec"]))
        elif "_options_labels" in state:
            labels, index = state["_options_labels"], state.get("index")
            settings.append(f"{description}: {labels[index] if index is not None else 'nothing'}")
        elif description and value is not None:
            shown = {True: "yes", False: "no", "": "empty"}.get(value, value) if isinstance(value, bool | str) else value
            settings.append(f"{description}: {shown}")
        elif isinstance(value, str):
            parts.append(value.replace(' aria-live="polite"', ""))
    chosen = f" It stands at {html.escape('; '.join(settings))}." if settings else ""
    parts.append(f"<p>This is the first view of a widget, which moves in the lab.{chosen}</p>")
    return f'<div class="widget">{"".join(parts)}</div>'


def _children(model_id: str, states: dict[str, Any]) -> list[dict[str, Any]]:
    """States of all models inside a view, in the order in which they stand."""
    found: list[dict[str, Any]] = []
    for name in states[model_id]["state"].get("children", []):
        child = name.removeprefix("IPY_MODEL_")
        found += [states[child]["state"], *_children(child, states)]
    return found


def _title(notebook: Any) -> str:
    first = next(line for line in notebook.cells[0].source.splitlines() if line.startswith("# "))
    return str(first.removeprefix("# "))


def _body(notebook: Any) -> str:
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(
        template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True, exclude_anchor_links=True
    )
    body, _ = exporter.from_notebook_node(notebook)
    return str(body)


def _links(titles: dict[str, str], name: str) -> str:
    names = list(titles)
    place = names.index(name)
    steps = [("Previous lesson", place - 1), ("Next lesson", place + 1)]
    items = [("All lessons", "index")] + [(label, names[at]) for label, at in steps if 0 <= at < len(names)]
    listed = "".join(f'<li><a href="{target}.html">{label}</a></li>' for label, target in items)
    return f'<nav aria-label="Lessons"><ul>{listed}</ul></nav>'


def _write(path: Path, title: str, body: str, links: str) -> Path:
    from pygments.formatters import HtmlFormatter

    from usjapan.tables import data_version

    # A page is read, not run: no script of a cell's output comes with it.
    body = re.sub(r"<script\b.*?</script>", "", body, flags=re.S | re.I)
    colours = HtmlFormatter(style="default").get_style_defs(".highlight")
    page = (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{html.escape(title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{colours}{_STYLE}</style>\n</head>\n<body>\n{links}\n<main>\n{body}\n</main>\n"
        f"<footer>US-Japan alliance course, data version {data_version()}. Text and data: Creative Commons Attribution 4.0. "
        "Code: MIT licence.</footer>\n</body>\n</html>\n"
    )
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}. Name another folder: usjapan export FOLDER.") from None
    return path
