"""Checks of lesson 00, in the order in which the lesson asks."""

from __future__ import annotations

from typing import Any

import pandas as pd

from usjapan.charts import dated_events
from usjapan.lesson_checks.shapes import letter, number, word
from usjapan.selfcheck import exercise
from usjapan.tables import TABLES, load


def _counts(answer: Any) -> dict[str, float] | None:
    """Names and their counts from a Series, a dict or a table; zeros are left out. `None` for another shape."""
    if isinstance(answer, pd.DataFrame):
        if answer.shape[1] == 2:
            answer = answer.set_index(answer.columns[0])
        if answer.shape[1] != 1:
            return None
        answer = answer.iloc[:, 0]
    if isinstance(answer, pd.Series):
        answer = answer.to_dict()
    if not isinstance(answer, dict):
        return None
    numbers = {word(name): number(value) for name, value in answer.items()}
    return {name: value for name, value in numbers.items() if value} if None not in numbers.values() else None


@exercise("00-reports")
def reports(answer: Any) -> str | None:
    """Number of reports, read off a column that is numbered from 0."""
    right = len(load("reports"))
    given = number(answer)
    if given == right:
        return None
    if given is None:
        if isinstance(answer, (pd.Series, pd.DataFrame, list, tuple)):
            return "This is the list itself: count its lines and put that number in the place of the dots."
        return "The check looks for a number: write it in digits, for example answer = 12."
    if given == right - 1:
        return "This is the number beside the last line. Python counts from 0, so there is one line more than that."
    if given == right + 1:
        return "One too many: the line under the list (Name, dtype) describes the column and is no report."
    if given == len(load("reports").columns):
        return "This is the number of columns of the whole table. Here a row is a report: count rows."
    if given == len(load("claims")):
        return "This is the number of claims. A report holds many claims: count reports."
    if 2000 <= given <= 2100:
        return "This is a year that stands in a name. Count the names."
    return "Count the lines of the list once more: each line with a number at its left is one report."


@exercise("00-predict")
def predict(answer: Any) -> str | None:
    """Value of a name after the cell that adds to it has run twice."""
    given = number(answer)
    if given == 20:
        return None
    if given is None:
        return "Predict a number, in digits."
    known = {
        15: "This is the value after the second cell has run once. It runs twice, and each run starts from what the name holds.",
        25: "This is one run too many: the first cell adds nothing, it sets the starting value.",
        10: "This is the starting value. The second cell stores a new value under the same name each time it runs.",
        5: "This is what is added each time. The name also keeps what it held before.",
        30: "This adds the two results together, but the name holds one value: the latest.",
        35: "This adds the two results and more, but the name holds one value: the latest.",
        40: "This doubles the whole: only the second cell runs twice, and it adds a fixed number.",
    }
    return known.get(int(given), "Write the value of rows_read on paper after each of the three runs, one below the other.")


@exercise("00-error")
def error(answer: Any) -> str | None:
    """The line that failed, mended: the table `claims`, loaded or named."""
    right = load("claims")
    if isinstance(answer, pd.DataFrame):
        if answer.equals(right):
            return None
        for name in TABLES:
            try:
                table = load(name)
            except Exception:  # a table that is missing is no concern of this exercise
                continue
            if list(answer.columns) == list(table.columns):
                if name == "claims":
                    return "This is the table of claims, but not all of it: load it and change nothing."
                return f"This loads without an error, but it is the table {name!r}. The error's question names another one."
        return "This is a table, but none of the data: use usjapan.load with the name that the error suggests."
    if isinstance(answer, (pd.Series, pd.Index)):
        return "This is one column. The mended line loads the whole table."
    if callable(answer):
        return "This is load itself, not what it gives: add round brackets with the table's name in them."
    text = str(answer).strip()
    if text.strip("\"'") == "claims" or text.replace("'", '"') == 'usjapan.load("claims")':
        return None
    if text.strip("\"'") == "claim":
        return "This is the name that failed. Read the last line of the error: it ends with a question and a list."
    if text.strip("\"'").lower() == "claims":
        return "The letters are right, but Python tells capital and small letters apart: copy the name as the error prints it."
    if "claims" in text.lower() and "." in text and "load" not in text:
        return "load wants the table's name, without a file ending."
    if text.strip("\"'") in list(TABLES):
        return "This table exists, so the line would run, but it is not the one that the error suggests."
    if "error" in text.lower() or "there is no" in text.lower():
        return "This is what the error says. Now use it: write the line again with the name that it suggests."
    return "The last line of the error asks “Did you mean …?”: put that name between the quotes of usjapan.load(...)."


@exercise("00-count")
def count(answer: Any) -> str | None:
    """How often each voice stands in the claims of all reports."""
    claims = load("claims")
    right = {str(k): float(v) for k, v in claims["voice"].value_counts().items() if v}
    given = _counts(answer)
    if given == right:
        return None
    if given is None:
        if isinstance(answer, pd.Series) and len(answer) == len(claims):
            if answer.name == "voice":
                return "This is the column, one line for each claim. Count its values: add .value_counts() after the column."
            return "This is a whole column, and not the one that says who speaks."
        if callable(answer):
            return "The counting has not started: value_counts needs round brackets after it."
        if isinstance(answer, pd.DataFrame):
            return "This is a table. Choose one column of it with square brackets, then count the values of that column."
        if number(answer) == len(claims):
            return "This counts all claims together. The exercise asks for one count for each voice."
        if isinstance(answer, (list, tuple)) and sorted(number(v) or 0 for v in answer) == sorted(right.values()):
            return "The counts are right, but nobody can tell whose they are: keep the names beside them."
        if isinstance(answer, str):
            return (
                "This is text in quotes. The line has to run: leave the outer quotes out, keep those around the column's name."
            )
        return "The check looks for counts with their names, as .value_counts() gives them."
    for column in ("kind", "theme", "effect", "modality", "report_id", "addressee"):
        if given == {word(k): float(v) for k, v in claims[column].value_counts().items() if v}:
            return f"This counts the column {column!r} correctly. The exercise asks who says so: another column."
    if set(given) == set(right) and abs(sum(given.values()) - 1) < 0.01:
        return "These are shares of the whole. The exercise asks for counts: leave normalize=True out."
    if set(given) < set(right) and all(given[name] == right[name] for name in given):
        return "Each of these counts is right, but some voices are missing: give all lines that value_counts shows."
    if set(given) <= set(right):
        return "The names are right, the numbers are not: load the table again and count the whole column."
    return 'The names are not those of the voices: usjapan.describe("claims", "voice") lists them.'


@exercise("00-widget")
def widget(answer: Any) -> str | None:
    """Number of summits in the events of all reports together."""
    events = dated_events(kinds=["summit"])
    right = len(events)
    given = number(answer)
    if isinstance(answer, (pd.DataFrame, pd.Series, list, tuple)) and len(answer) == right:
        return None
    if given == right:
        return None
    if given is None:
        return "The check looks for a number: count the lines of the picture."
    if given == len(dated_events()):
        return "This is the number of events of every kind. Set the control Kind to summit."
    if given in {len(dated_events(report, ["summit"])) for report in load("reports")["report_id"]}:
        return "This is the number for one report. Set the control Report to All reports."
    if given == len(dated_events("flux2024")):
        return "This is the number of all events in one report. Both controls need another setting."
    if given == int(events["date_precision"].eq("day").sum()):
        return "This counts those that are dated to the day. Count every line, whatever its colour."
    if given == len(dated_events(kinds=["meeting"])):
        return "This is the number of meetings. A summit has a kind of its own."
    return "Set Report to All reports, Kind to summit and the Years to their full span, then count the lines."


@exercise("00-choice")
def choice(answer: Any) -> str | None:
    """Why names are gone although the outputs still show."""
    return {
        "a": "The tables lie on your disk and no notebook can delete them; what is gone is the name in Python's memory.",
        "b": None,
        "c": "Nothing is broken and nothing needs a new download: the file holds all your cells. What does it not hold?",
        "d": "A misspelt name gives the same kind of error, but this cell worked yesterday and nobody changed a letter.",
    }.get(letter(answer), "Answer with one letter: A, B, C or D.")


@exercise("00-recode")
def recode(answer: Any) -> str | None:
    """Kind of the claim on American troops in Japan, compared with the published code."""
    claims = load("claims").set_index("claim_id")
    published = str(claims.loc["flux2024-p07-c2", "kind"])
    given = word(answer)
    if given == published:
        return None
    if given not in claims["kind"].cat.categories:
        return "This is not one of the four kinds. The table above lists them in its first column."
    return {
        "recommendation": "A recommendation says what somebody should do. Does this claim ask anybody to act?",
        "forecast": "A forecast speaks of a time after the report, or of what a condition would bring. Which time does this claim speak of?",
        "assessment": "A comparison or a cause can be a judgement, and here you part from the published code. The rule asks whether a single "
        "record, such as a table of troop numbers by country, could settle what the claim states first.",
        "fact": "The published code differs. Ask whether a single record could settle the claim.",
    }[given]


@exercise("00-submit")
def submit(answer: Any) -> str | None:
    """Order of the steps from an answer to a file that is handed in."""
    text = "".join(map(str, answer)) if isinstance(answer, (list, tuple)) else str(answer)
    order = [letter for letter in text.upper() if letter in "ABCDE"]
    if order == list("CBDEA"):
        return None
    if sorted(order) != list("ABCDE"):
        return 'Use each of the letters A to E once, for example "ABCDE".'
    place = {letter: order.index(letter) for letter in order}
    if place["A"] != 4:
        return "A step that comes after handing in cannot change the file that your instructor gets."
    if place["C"] != 0:
        return "There is nothing to run or to look at before your answers stand in the cells."
    if place["D"] < place["B"]:
        return (
            "What you look at before the restart may rest on cells that ran in another order. Run everything afresh, then look."
        )
    return "What is saved too early lacks what you find out afterwards. Which step should be the last before you hand in?"
