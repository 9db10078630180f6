"""Outputs as nbformat has them, whatever a process sent."""

from __future__ import annotations

import json
from typing import Any

from nbproctor.plain import MAX_DEPTH
from nbproctor.sandbox import Limits
from nbproctor.shell import CUT

_CUT = {"output_type": "stream", "name": "stdout", "text": CUT}


def error_output(name: str, message: str) -> dict[str, Any]:
    """What stands under a cell that could not be run."""
    return {"output_type": "error", "ename": name, "evalue": message, "traceback": [f"{name}: {message}"]}


def clean_outputs(outputs: Any, limits: Limits) -> list[dict[str, Any]]:
    """Outputs as nbformat has them, whatever the child sent."""
    found = outputs[: limits.outputs + 1] if isinstance(outputs, list) else []  # one more is the verdict of a test
    cleaned = [_clean(output) if isinstance(output, dict) and not _deep(output) else _CUT for output in found]
    return [output for output in cleaned if output]


def within(outputs: list[dict[str, Any]], left: int) -> tuple[list[dict[str, Any]], int]:
    """The outputs that fit into `left` characters, as they will be written, and how many of these are left."""
    kept: list[dict[str, Any]] = []
    for output in outputs:
        if (left := left - len(json.dumps(output))) < 0:
            return [*kept, _CUT], 0
        kept.append(output)
    return kept, left


def _deep(value: Any) -> bool:
    """Whether an output is nested deeper than nbformat reads with ease; a chart is nested about twenty deep."""
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [inner for v in level if isinstance(v, dict | list) for inner in (v.values() if isinstance(v, dict) else v)]
        if not level:
            return False
    return True


def _clean(output: dict[str, Any]) -> dict[str, Any] | None:
    kind = output.get("output_type")
    kept = {"output_type": kind}
    if kind == "stream":
        return kept | {"name": "stderr" if output.get("name") == "stderr" else "stdout", "text": str(output.get("text"))}
    if kind == "error":
        lines = output.get("traceback")
        traceback = [str(line) for line in lines] if isinstance(lines, list) else []
        return kept | {"ename": str(output.get("ename")), "evalue": str(output.get("evalue")), "traceback": traceback}
    if kind in ("display_data", "execute_result") and isinstance(output.get("data"), dict):
        # Structured data only where nbformat has it; elsewhere a viewer would take it for lines of text.
        data = {
            mime: value
            for mime, value in output["data"].items()
            if isinstance(value, str) or (mime.endswith("json") and isinstance(value, dict | list))
        }
        counted = {"execution_count": None} if kind == "execute_result" else {}
        return kept | {"data": data, "metadata": {}} | counted
    return None
