"""Checks of lesson 04, in the order in which the lesson asks."""

from __future__ import annotations

from typing import Any

import pandas as pd

from usjapan.agreement import compare_codes, krippendorff_alpha, percent_agreement
from usjapan.lesson_checks.shapes import cells, letter, names, near, number, word
from usjapan.selfcheck import exercise
from usjapan.tables import load

REPORT = "pivotal2025"
# Same codes in ten that the trainer takes for a rule understood: two slips are left for cases that people may see apart.
SAME, TEN = 8, 10


def _pivotal() -> pd.DataFrame:
    claims = load("claims")
    return claims[claims["report_id"] == REPORT]


@exercise("04-hedged")
def hedged(answer: Any) -> str | None:
    """Claims of the report that are made with less than full certainty."""
    own = _pivotal()
    level = own["modality"]
    right = set(own["claim_id"][level < "asserted"])
    given = number(answer)
    if given is not None and not isinstance(answer, (list, tuple, pd.Series, pd.Index)):
        found = int(given)
        if found == len(right):
            return None
        sizes = {
            len(own): "This is the number of all claims of the report.",
            int((level == "asserted").sum()): "This is the number of asserted claims: the surest, not the less sure.",
            int((level == "possible").sum()): "These are the possible ones only. Probable is less sure than asserted too.",
            int(
                (level.astype("str") < "probable").sum()
            ): "This compares in the order of the alphabet. Compare the column as it is.",
        }
        return sizes.get(
            found, "This number does not fit: keep the rows whose modality is lower than asserted, and count them."
        )
    listed = names(answer, "claim_id")
    if isinstance(answer, pd.Series) and answer.dtype == bool:
        return "These are the True and False of the filter. Put them inside pivotal[...] to keep the rows."
    if isinstance(answer, (pd.DataFrame, pd.Series)) and not isinstance(answer.index, pd.RangeIndex):
        # A filtered table keeps its row numbers; they lead back to the claims.
        rows = load("claims")["claim_id"]
        if "claim_id" not in getattr(answer, "columns", []) and set(answer.index) <= set(rows.index):
            listed = list(rows[list(answer.index)])
    if listed is None:
        return "The check looks for the rows, their claim ids, or how many there are."
    found_ids = set(listed)
    if found_ids == right:
        return None
    every = load("claims")
    if found_ids == set(every["claim_id"][every["modality"] < "asserted"]):
        return "These are the less sure claims of all five reports. Start from pivotal."
    if found_ids == set(own["claim_id"][level.astype("str") < "probable"]):
        return "This is still the order of the alphabet, in which asserted comes first. Compare the column as it is, without astype."
    if found_ids == set(own["claim_id"]):
        return "These are all claims of the report. Keep those whose modality is lower than asserted."
    if found_ids == set(own["claim_id"][level == "asserted"]):
        return "These are the asserted claims: the surest of all. The sign is the wrong way round."
    if found_ids == set(own["claim_id"][level < "probable"]):
        return "These are the possible ones only. Which other value lies below asserted?"
    if found_ids == set(own["claim_id"][level > "possible"]):
        return "These lie above possible. The question is which lie below asserted."
    if not found_ids & set(every["claim_id"]):
        return "These are no claim ids. Give the filtered table, or its column claim_id."
    return "Some claims are too many or too few. Keep the rows whose modality is lower than asserted."


@exercise("04-predict")
def predict(answer: Any) -> str | None:
    """Number of the report's forecasts that carry no mark of doubt."""
    own = _pivotal()
    forecasts = own[own["kind"] == "forecast"]
    right = int((forecasts["modality"] == "asserted").sum())
    given = number(answer)
    if given is None:
        return "Predict a number of forecasts, in digits."
    if given == right:
        return None
    if given == len(forecasts):
        return "You expect every forecast to be asserted. Some of them carry a mark such as may or likely. Run the next cell and compare."
    if given == 0:
        return "You expect none. A forecast says what will be, and some say it without any mark of doubt. Run the next cell and compare."
    if given == len(forecasts) - right:
        return "This is how many carry a mark of doubt. The question is about the others. Run the next cell and compare."
    if 0 < given < 1:
        return "This is a share. Predict a number of forecasts. Run the next cell and compare."
    if given > len(forecasts):
        return "There are not so many forecasts in this report. Run the next cell and compare."
    return "The number is another one. Run the next cell and compare: which mark did you weigh otherwise?"


@exercise("04-share")
def share(answer: Any) -> str | None:
    """Shares of modality among the forecasts of each report, a row per report."""
    claims = load("claims")
    forecasts = claims[claims["kind"] == "forecast"]

    def shares(frame: pd.DataFrame, rows: str, columns: str, how: Any) -> dict[tuple[str, str], float]:
        return cells(pd.crosstab(frame[rows], frame[columns], normalize=how)) or {}

    if isinstance(answer, str):
        return "This is text in quotes. The line has to run: take the # away and fill in the blanks."
    given = cells(answer)
    if given is None:
        if isinstance(answer, pd.DataFrame):
            return "This table holds text. The check looks for the cross-tab itself: a row per report, a column per modality."
        return "The check looks for a table: a row per report, a column per modality."
    for scale in (1, 0.01):
        scaled = {pair: value * scale for pair, value in given.items()}
        if near(scaled, shares(forecasts, "report_id", "modality", "index"), 0.0051):
            return None
        if near({(c, r): v for (r, c), v in scaled.items()}, shares(forecasts, "report_id", "modality", "index"), 0.0051):
            return "The shares are right, but rows and columns have changed places: the exercise asks for a row per report."
        if near(scaled, shares(forecasts, "report_id", "modality", "columns"), 0.0051):
            return "Each column adds up to 1: this is what share of the possible ones a report holds. Let each row add up to 1."
        if near(scaled, shares(forecasts, "report_id", "modality", "all"), 0.0051):
            return "The whole table adds up to 1: these are shares of all forecasts. Let each row add up to 1."
        if near(scaled, shares(claims, "report_id", "modality", "index"), 0.0051):
            return "These are the shares among all claims. The question is about forecasts: use the table called forecasts."
        if near(scaled, shares(claims, "kind", "modality", "index"), 0.0051):
            return "The rows are kinds. The exercise asks for a row per report."
    if near(given, cells(pd.crosstab(forecasts["report_id"], forecasts["modality"])) or {}, 0.001):
        return "These are the counts. The word after normalize= turns them into shares of a row, a column or all."
    rows, columns = {pair[0] for pair in given}, {pair[1] for pair in given}
    if not columns & {"possible", "probable", "asserted"}:
        return "The columns are no values of modality. Which column of the table says how sure the speaker is?"
    if not rows & set(forecasts["report_id"]):
        return "The rows are no reports. Which column of the table names the report?"
    return "The table has the right headings, but other numbers: are they shares of a row, among forecasts only?"


@exercise("04-code")
def code(answer: Any) -> str | None:
    """Ten claims coded by modality, nearly as in the published table."""
    if isinstance(answer, pd.DataFrame) and "yours" in answer.columns:
        answer = answer["yours"]
    if isinstance(answer, pd.Series):
        answer = answer.to_dict()
    if not isinstance(answer, dict):
        return "The check looks for your codes: a dict from claim id to code, as trainer.codes holds them."
    codes = {word(claim_id): word(value) for claim_id, value in answer.items()}
    claims = load("claims").set_index("claim_id")
    levels = list(claims["modality"].cat.categories)
    stray = next((value for value in codes.values() if value not in levels), None)
    if stray is not None:
        other = any(stray in claims[c].cat.categories for c in ("kind", "theme", "effect", "voice", "addressee"))
        what = "belongs to another column" if other else "is none of the three values"
        return f"“{stray}” {what}. The values of modality are: {', '.join(levels)}."
    unknown = [claim_id for claim_id in codes if claim_id not in claims.index]
    if unknown:
        return f"There is no claim {unknown[0]}. Let the trainer fill the dict, or copy the ids from it."
    if len(codes) < TEN:
        return f"{len(codes)} of {TEN} claims are coded. Go on in the trainer, then run this cell again."
    if len(set(codes.values())) == 1:
        return f"Every claim has the code {next(iter(codes.values()))}. The ten were drawn so that each value comes up: look for the marks."
    table = compare_codes(codes, "modality")
    same = int(table["agree"].sum())
    if same * TEN >= SAME * len(table):
        return None
    differences = table[~table["agree"]]
    yours, ours = differences["yours"].cat.codes, differences["ours"].cat.codes
    start = f"You and we agree on {same} of {len(table)}. "
    future = claims.loc[list(differences.index), "kind"] == "forecast"
    if (yours < ours).sum() > len(differences) / 2:
        if future[(yours < ours).to_numpy()].mean() > 0.5:
            return (
                start
                + "Mostly you hear doubt in a forecast. That a thing lies ahead is no mark: “will” without may or likely is asserted."
            )
        return (
            start
            + "Mostly you hear more doubt than we do. Being only a feeling or an opinion is no mark: look for may, might, likely, seems."
        )
    if (yours > ours).sum() > len(differences) / 2:
        return (
            start
            + "Mostly you hear more certainty than we do. Look for may, might, “less clear”, possibility; then for likely, probably."
        )
    return start + "The differences run both ways. Read the three definitions beside the first claim on which you differ."


@exercise("04-lazy")
def lazy(answer: Any) -> str | None:
    """Percent agreement and ordinal alpha of a coder who always says "asserted"."""
    ours = _pivotal()["modality"].dropna()
    table = pd.DataFrame({"ours": ours, "lazy": pd.Series("asserted", index=ours.index)})
    percent, alpha = percent_agreement(table["ours"], table["lazy"]), krippendorff_alpha(table, "ordinal")
    if isinstance(answer, pd.Series):
        answer = answer.to_dict()
    if isinstance(answer, (list, tuple)) and len(answer) == 2:
        answer = dict(zip(("percent", "alpha"), answer, strict=True))
    blanks = [str(name) for name, value in answer.items() if value is ...] if isinstance(answer, dict) else []
    if blanks:
        return f"{'Not tried yet' if len(blanks) > 1 else 'Not finished'}: replace the ... of {' and '.join(blanks)}."
    if not isinstance(answer, dict) or not {"percent", "alpha"} <= {word(name) for name in answer}:
        return "The answer has two parts: percent and alpha."
    parts = {word(name): number(value) for name, value in answer.items()}
    given_percent, given_alpha = parts["percent"], parts["alpha"]
    if given_percent is None or given_alpha is None:
        return "Both parts are numbers: let the two functions compute them."

    def is_(value: float, wanted: float, tolerance: float) -> bool:
        return abs(value - wanted) <= tolerance

    if is_(given_percent, percent, 0.51) and (is_(given_alpha, alpha, 0.0051)):
        return None
    if is_(given_alpha, percent, 0.51) and is_(given_percent, alpha, 0.0051):
        return "The two have changed places: percent runs from 0 to 100, alpha has 1 as its highest value."
    if not is_(given_percent, percent, 0.51):
        if is_(given_percent, percent / 100, 0.0051):
            return "The first part is a share. Give it in percent, from 0 to 100."
        if is_(given_percent, 100, 0.01):
            return "This compares a column with itself. Compare ours with lazy."
        if is_(given_percent, 100 - percent, 0.51):
            return "This is the percent on which they differ. How often do they agree?"
        return "The percent is another one: compare the published codes of all claims of this report with the lazy ones."
    nominal = krippendorff_alpha(table)
    if is_(given_alpha, nominal, 0.0051):
        return (
            "The percent is right. This alpha treats any two codes as equally far apart. Modality is ordered: say so in level=."
        )
    if is_(given_alpha, 1, 0.001):
        return "The percent is right. An alpha of 1 means that a column was compared with itself: the table needs one column for each coder."
    if is_(given_alpha, 0, 0.0001):
        return "The percent is right. Alpha is close to that, but let the function compute it: its sign matters here."
    if is_(given_alpha, percent / 100, 0.0051):
        return "The percent is right. Alpha is not the percent in other units: it takes off what chance would give."
    return "The percent is right, alpha is not: give the function the table with both columns, and the level."


@exercise("04-choice")
def choice(answer: Any) -> str | None:
    """What an alpha on ten claims, with a wide interval, lets a reader conclude."""
    return {
        "a": "This reads alpha as percent agreement. Alpha takes off what chance would give, so it lies below the share of equal codes.",
        "b": "This takes the one number for the whole finding. The interval reaches from poor to perfect: ten claims cannot tell them apart.",
        "c": "This takes agreement for truth. Two coders can share the same error, and the one who differs may have read more closely.",
        "d": None,
    }.get(letter(answer), "Answer with one letter: A, B, C or D.")


@exercise("04-recode")
def recode(answer: Any) -> str | None:
    """Voice of the claim that the early summit was a success, compared with the published code."""
    claims = load("claims").set_index("claim_id")
    published = str(claims.loc["pivotal2025-p03-c1", "voice"])
    given = word(answer)
    given = {"presented": "presented_report", "report": "presented_report", "the_author": "author"}.get(given, given)
    if given == published:
        return None
    if given not in claims["voice"].cat.categories:
        if any(given in claims[column].cat.categories for column in ("kind", "theme", "effect", "modality")):
            return "This code belongs to another column. The question is about voice: who says so?"
        return "This is not one of the voices: author, participants, official, experts or presented_report."
    return {
        "author": "You part from the published code, with a reason that can be defended. The rule follows the text's own words: to whom does "
        "the line above the list ascribe what follows?",
        "participants": "You part from the published code. To whom does the line above the list ascribe what follows?",
        "presented_report": "You part from the published code, and the case is close: the report does print these lessons. The rule names the nearest "
        "speaker, and has a sentence about what rapporteurs documented.",
        "official": "You part from the published code. The claim is about leaders, but none of them is speaking.",
        "experts": "You part from the published code. The people at a conference that the text digests have a value of their own.",
    }[given]


@exercise("04-record")
def record(answer: Any) -> str | None:
    """A claim on a threatened tariff, the fact that bears on it, and in what they differ."""
    claim, fact = "pivotal2025-p03-c5", "TF02"
    if isinstance(answer, pd.Series):
        answer = answer.to_dict()
    if isinstance(answer, (list, tuple)) and len(answer) == 3:
        answer = dict(zip(("claim", "fact", "differs"), answer, strict=True))
    if not isinstance(answer, dict) or len(answer) < 3:
        return "The answer has three parts: claim, fact and differs."
    blanks = [str(name) for name, value in answer.items() if value is ...]
    if blanks:
        start = "Not tried yet" if len(blanks) == len(answer) else "Not finished"
        return f"{start}: replace the ... of {', '.join(blanks)}."
    parts = {word(name): word(value) for name, value in answer.items()}
    if not {"claim", "fact", "differs"} <= set(parts):
        return "Keep the three names as they were: claim, fact and differs."
    if parts["fact"].startswith(REPORT) and not parts["claim"].startswith(REPORT):
        return "Claim and fact have changed places: a claim's id begins with the report, a fact's id is two letters and two digits."
    if parts["claim"] != claim:
        if parts["claim"] == claim.rsplit("-", 1)[0]:
            return "The paragraph is right. Name the claim in it: the id goes on with -c and a number."
        if parts["claim"] not in set(load("claims")["claim_id"]):
            return "There is no claim with this id: copy it from the first column."
        if parts["claim"] == "pivotal2025-p03-c4":
            return "This one states Japan's hope. The claim beside it says how far the tariffs have come: take that."
        return "This claim is about something else. Search the summaries for the word tariff."
    facts = load("context").set_index("fact_id")
    if parts["fact"].upper() != fact:
        if parts["fact"].upper() not in facts.index:
            return "The claim is right. There is no fact with this id: copy it from the column fact_id."
        if parts["fact"].upper() == "TF01":
            return "The claim is right, and this fact belongs to the story: it is the order. Which fact says when the tariffs took effect?"
        return "The claim is right. This fact is about other goods or another day: compare its date with the date of the press release."
    if parts["differs"] in {"date", "dates", "day", "time", "timing", "order", "when", "tense"}:
        return None
    return {
        "definition": "Claim and fact are right. Both mean duties on the same two metals. What about the day?",
        "number": "Claim and fact are right. The claim gives no rate, so there is no number to differ. What else does it say of the tariffs?",
        "scope": "Claim and fact are right. Both speak of steel and aluminium. At what stage does each see the tariffs?",
    }.get(parts["differs"], "Claim and fact are right. Say what differs in one word: definition, date, number or scope.")
