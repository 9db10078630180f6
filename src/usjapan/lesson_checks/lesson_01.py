"""Checks of lesson 01, in the order in which the lesson asks."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from usjapan.citation import cite
from usjapan.lesson_checks.shapes import letter, number, word
from usjapan.selfcheck import exercise
from usjapan.tables import load

UNITS = {"claims": "claim_id", "paragraphs": "paragraph_id", "reports": "report_id"}
BROWSED = ("stress2025", "presented_report", "forecast")
TO_CODE = "anchor2026-p13-c6"
TO_CITE = "anchor2026-p13-c5"


def _ids(answer: Any) -> list[str] | None:
    """Claim ids from a table of claims, a column or a list or array of them; `None` for another shape."""
    if isinstance(answer, pd.DataFrame):
        if "claim_id" in answer.columns:
            return list(answer["claim_id"])
        return list(answer.index) if answer.index.name == "claim_id" else None
    if isinstance(answer, Collection) and not isinstance(answer, (str, dict)):
        known = set(load("claims")["claim_id"])
        return [str(name) for name in answer] if len(answer) and all(str(name) in known for name in answer) else None
    return None


@exercise("01-predict")
def predict(answer: Any) -> str | None:
    """Number of reports in which participants of a meeting speak."""
    claims = load("claims")
    heard = claims[claims["voice"] == "participants"]
    given = number(answer)
    if given == heard["report_id"].nunique():
        return None
    if given is None:
        return "Predict a number of reports, in digits."
    if given == len(heard):
        return "This counts claims. The question is about reports: each counts once, however many claims it has."
    if given == heard["paragraph_id"].nunique():
        return "This counts paragraphs. The question is about reports, a larger unit."
    if given == len(load("reports")):
        return "These are all reports. An essay or an analysis without a meeting has nobody to quote from it: read the column genre again."
    if given > len(load("reports")):
        return "There are not so many reports: each counts once."
    if given < heard["report_id"].nunique():
        return "More texts than that tell of a meeting. One of them says so in its genre, though it is no digest. Run the next cell and compare."
    return "Fewer texts than that tell of a meeting: a press release may present a report that no meeting stands behind. Run the next cell and compare."


@exercise("01-filter")
def filtered(answer: Any) -> str | None:
    """Forecasts in the voice of participants."""
    claims = load("claims")
    is_forecast, is_heard = claims["kind"] == "forecast", claims["voice"] == "participants"
    right = claims[is_forecast & is_heard]
    length = number(answer)
    given = _ids(answer)
    if given is not None and sorted(given) == sorted(right["claim_id"]):
        return None
    if isinstance(answer, pd.Series) and answer.dtype == bool and len(answer) == len(claims):
        if answer.equals(is_forecast & is_heard):
            return (
                "These are the Trues and Falses, the question asked of every row. Put them into claims[...] to keep the rows."
            )
        return "This is a column of Trues and Falses. Join two of them with & and put the result into claims[...]."
    if length is not None:
        if length == len(right):
            return None
        if length == (is_forecast | is_heard).sum():
            return "This counts rows that fit either condition. & keeps those that fit both."
        return "The check looks for the rows, or for their number, and the number is another one."
    if given is None:
        if isinstance(answer, str):
            return "This is text in quotes. The line has to run: leave the outer quotes out, keep those around the values."
        if isinstance(answer, pd.DataFrame) and len(answer) == len(right):
            return "The number of rows is right. Keep the column claim_id, so that one can see which they are."
        return "The check looks for rows of the table claims."
    if not given:
        return "No row is left. Compare the spelling of both values with what usjapan.describe lists: small letters, no plural of kinds."
    for rows, text in [
        (claims[is_forecast | is_heard], "These rows fit either condition: | means or. Which sign keeps those that fit both?"),
        (claims[is_forecast], "These are all forecasts, in whatever voice. The second condition is missing."),
        (claims[is_heard], "These are all claims of participants, of whatever kind. The first condition is missing."),
        (claims, "These are all claims: the conditions keep every row. Do both stand inside the brackets of claims?"),
        (claims[is_heard & ~is_forecast], "These are the claims of participants that are no forecasts: look for a != or a ~."),
        (claims[is_forecast & ~is_heard], "These are the forecasts of everybody else: look for a != or a ~."),
    ]:
        if sorted(given) == sorted(rows["claim_id"]):
            return text
    if set(given) < set(right["claim_id"]):
        return "Every row fits, but some are missing: leave .head() out, and filter all reports."
    chosen = claims[claims["claim_id"].isin(given)]
    if chosen["kind"].nunique() == 1 and chosen["voice"].nunique() == 1:
        return f"You kept the kind {chosen['kind'].iloc[0]!r} and the voice {chosen['voice'].iloc[0]!r}. The exercise asks for another pair."
    return "Some of these rows are no forecasts of participants: look at the columns kind and voice of your result."


@exercise("01-units")
def units(answer: Any) -> str | None:
    """Forecasts counted as claims, as paragraphs and as reports."""
    claims = load("claims")
    forecasts = claims[claims["kind"] == "forecast"]
    right = {unit: float(forecasts[column].nunique()) for unit, column in UNITS.items()}
    if isinstance(answer, pd.Series):
        answer = {str(name).replace("_id", "s") if "_id" in str(name) else name: value for name, value in answer.items()}
    if isinstance(answer, (list, tuple)) and len(answer) == len(UNITS):
        answer = dict(zip(UNITS, answer, strict=True))
    if not isinstance(answer, dict):
        return "The answer has three parts: claims, paragraphs and reports. Keep the curly brackets and the names."
    if ... in answer.values():
        blanks = [str(name) for name, value in answer.items() if value is ...]
        start = "Not tried yet" if len(blanks) == len(answer) else "Not finished"
        return f"{start}: replace the ... of {', '.join(blanks)}."
    given = {word(name): number(value) for name, value in answer.items()}
    if set(given) != set(UNITS):
        return "Keep the three names as they were: claims, paragraphs and reports."
    if any(callable(value) for value in answer.values()):
        return "The counting has not started: nunique needs round brackets after it."
    if any(value is None for value in given.values()):
        return "Each part is one number. .unique() lists the values, .nunique() says how many they are."
    if given == right:
        return None
    if set(given.values()) == {float(len(forecasts))}:
        return "The same number three times: len counts rows, and a row is a claim. Count the different values of another column for the others."
    if given == {unit: float(claims[column].nunique()) for unit, column in UNITS.items()}:
        return "These are the counts of all claims. Start from forecasts, which holds one kind."
    if sorted(map(float, (v for v in given.values() if v is not None))) == sorted(right.values()):
        return "The three numbers are right, but they have changed places. Which unit holds which?"
    wrong = [unit for unit in UNITS if given[unit] != right[unit]]
    if wrong == ["paragraphs"] and given["paragraphs"] == load("paragraphs").shape[0]:
        return "That is the number of all paragraphs. Count those in which a forecast stands."
    if any(given[unit] == float(len(forecasts)) for unit in wrong):
        return f"For {' and '.join(wrong)} you counted rows. Two claims of one paragraph count as one paragraph there."
    return f'Look at {" and ".join(wrong)} again: forecasts["..."].nunique() with the column of that unit.'


@exercise("01-split")
def split(answer: Any) -> str | None:
    """Number of claims in an invented sentence: an act, a judgement of critics in passing, and what may follow."""
    given = number(answer)
    if given is None and isinstance(answer, (list, tuple, set)):
        given = float(len(answer))
    if given == 3:
        return None
    if given is None:
        return "The check looks for a number of claims."
    known = {
        0: "The sentence asserts something, and somebody could reject it.",
        1: "A sentence is not a unit here. Could one part of it be true and another false?",
        2: "One is missing. A clause in passing is a claim if somebody could dispute it, and here somebody does.",
        4: "One too many. A date does not stand alone: it is part of the act that it dates.",
        5: "The rule splits what could be true apart, not every phrase. Which of yours could a reader accept without its neighbours?",
    }
    return known.get(
        int(given),
        "Write the parts of the sentence one below the other and ask of each: could it be true while the next is false?",
    )


@exercise("01-browser")
def browser(answer: Any) -> str | None:
    """The one forecast of the late-2025 press release in the voice of the report that it presents."""
    claims = load("claims").set_index("claim_id")
    report, voice, kind = BROWSED
    right = claims[(claims["report_id"] == report) & (claims["voice"] == voice) & (claims["kind"] == kind)]
    if isinstance(answer, (pd.DataFrame, list, tuple, pd.Series)):
        ids = _ids(answer)
        if ids is not None and len(ids) > 1:
            return "These are several claims. Set all three controls, so that one row is left."
        answer = ids[0] if ids else answer
    given = word(answer)
    if given in set(right.index):
        return None
    if given in {str(paragraph) for paragraph in claims["paragraph_id"]}:
        return "This is a paragraph. A claim's id goes on with -c and a number."
    if given not in claims.index:
        return "This is not the id of a claim: copy it from the list Open, such as stress2025-p01-c1."
    row = claims.loc[given]
    if row["report_id"] != report:
        return "This claim stands in another report: set Report to the press release of late 2025."
    if row["voice"] != voice and row["kind"] != kind:
        return "Report is right. Set Kind to forecast and Voice to the report that is presented."
    if row["voice"] != voice:
        return f"This looks ahead, but in the voice {row['voice']!r}: the press release speaks for itself there. Set Voice as well."
    return f"The voice is right, but this is coded {row['kind']!r}: it says how things are or ought to be. Set Kind as well."


@exercise("01-choice")
def choice(answer: Any) -> str | None:
    """What may be quoted as participants' words from a digest."""
    return {
        "a": "This lets the voice leak. A sentence without a speaker of its own is the digest's, even between two sentences of participants.",
        "b": None,
        "c": "This takes a voice for a degree of truth. Voice says who speaks; participants judge and guess too: look at the kinds of their claims.",
        "d": "This takes an opinion about governments for the words of one. A claim is official only if the text gives it as a government's own.",
    }.get(letter(answer), "Answer with one letter: A, B, C or D.")


@exercise("01-recode")
def recode(answer: Any) -> str | None:
    """Voice of a claim on what a government has come to think, in a digest of a meeting, compared with the published code."""
    claims = load("claims").set_index("claim_id")
    published = str(claims.loc[TO_CODE, "voice"])
    given = word(answer).replace(" ", "_")
    if given == published:
        return None
    if given in {str(value) for column in ("kind", "theme", "effect") for value in claims[column].cat.categories}:
        return "This code belongs to another column. The question is who speaks."
    if given not in claims["voice"].cat.categories:
        return 'This is not one of the voices: usjapan.describe("claims", "voice") lists them, spelt as the table spells them.'
    return {
        "author": "You part from the published code, and the case is close. Rule 3 keeps the voice of the meeting out, and rightly. But whose "
        "view of the alliance does the claim tell? Read rule 2.",
        "participants": "You part from the published code. Participants speak in the sentence before. Does their voice reach this one? Read rule 3.",
        "experts": "You part from the published code. Experts need a phrase that names them, such as critics or observers.",
        "presented_report": "You part from the published code. This voice is for press releases about a report; this text digests a meeting.",
        "official": "You part from the published code. Read rules 2 and 3 once more and write down your reason.",
    }[given]


@exercise("01-cite")
def citation(answer: Any) -> str | None:
    """Citation of the claim that Japan can no longer count on the United States."""
    claims = load("claims").set_index("claim_id")
    text = " ".join(str(next(iter(answer)) if isinstance(answer, (list, tuple)) and len(answer) == 1 else answer).split())
    if text == cite(TO_CITE):
        return None
    if callable(answer):
        return "This is cite itself. Add round brackets with the claim's id in quotes."
    if text.strip("\"'") == TO_CITE:
        return "This is the right claim, by its id. Hand the id to usjapan.cite and answer with what it gives."
    if text.strip("\"'") in claims.index:
        return "This is the id of another claim, and an id is no citation yet. Read the summaries again, then use usjapan.cite."
    if text == cite("anchor2026"):
        return "This cites the whole digest. A reader would have to search it: cite the claim, so that the paragraph is named."
    if text == cite("data"):
        return "This cites the tables. The words stand in a report: cite the claim."
    for paragraph in sorted(set(claims["paragraph_id"])):
        if text == cite(paragraph):
            if paragraph.startswith("anchor2026"):
                return "The report is right, the paragraph is not: another claim was found. Search for a word such as longer."
            return "This cites another report. Search the claims of anchor2026."
    if "usjapan.cite" in text:
        return "This is text in quotes. The line has to run: leave the outer quotes out."
    return "The check looks for what usjapan.cite gives for the claim: author, title, date and paragraph."
