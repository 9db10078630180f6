"""Checks of lesson 07, in the order in which the lesson asks."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd

from usjapan.keyness import STRENGTH, key_terms
from usjapan.lesson_checks.shapes import letter, named_numbers, names, near, number, word
from usjapan.resampling import draws
from usjapan.selfcheck import exercise
from usjapan.tables import load

FIRST, LAST, THEME, TERM = "flux2024", "anchor2026", "economy", "economic"
# Points by which two honest sets of a thousand draws may differ.
LEEWAY = 2.6


def _shares(report_id: str) -> pd.Series[Any]:
    claims = load("claims")
    return claims[claims["report_id"] == report_id]["theme"].value_counts(normalize=True) * 100


@exercise("07-pair")
def pair(answer: Any) -> str | None:
    """The two reports whose genres are closest."""
    reports = load("reports").set_index("report_id")
    right = {name for name, genre in reports["genre"].items() if str(genre).startswith("press_release")}
    given = names(answer, "report_id")
    if given is None or len(given) < 2:
        return 'The check looks for two ids, such as ["flux2024", "transition2024"].'
    found = set(given)
    if not found <= set(reports.index):
        return f"At least one of these is no id of a report: {', '.join(reports.index)}."
    if len(found) != 2:
        return "Two, and no more: the check looks for a pair."
    if found == right:
        return None
    if found == {"flux2024", "transition2024"}:
        return "Both are one author's argument, and that is a fair second choice. But is there a pair whose genre has the same first words?"
    if found == {"pivotal2025", "anchor2026"}:
        return "Both go back to a meeting. But one of them is an announcement and the other the digest itself."
    if found == {"flux2024", "anchor2026"}:
        return "These are the first and the last, and the longest two. Their genres differ: one author's analysis, and a digest of a meeting."
    return "Compare the column genre of these two. Which other pair begins with the same words?"


@exercise("07-predict")
def predict(answer: Any) -> str | None:
    """Theme whose share grows most between the first report and the last."""
    claims = load("claims")
    change = {str(k): float(v) for k, v in _shares(LAST).sub(_shares(FIRST), fill_value=0).items()}
    given = word(answer).replace("defense", "defence")
    if given == max(change, key=lambda theme: change[theme]):
        return None
    if given in claims["effect"].cat.categories or given in claims["voice"].cat.categories:
        return "This is a code of another column. Predict one of the themes listed above."
    if given not in claims["theme"].cat.categories:
        return "This is not one of the themes: they are listed above, spelt as the table spells them."
    if change[given] < 0:
        return "The share of this theme is smaller in the last report than in the first. Run the next cell and compare."
    return {
        "commitment": "Its share grows, and it has most claims in both. Another theme grows more. Run the next cell and compare.",
        "japan_defence": "Its share grows by a few points, most of it in one paragraph of the digest. Another grows more. Run the next cell and compare.",
        "domestic_politics": "Its share grows by a few points, nearly all in one paragraph. Another grows more. Run the next cell.",
    }.get(given, "Its share hardly moves or grows by little. Run the next cell and compare.")


@exercise("07-shares")
def shares(answer: Any) -> str | None:
    """Share of claims about the economy in each report, in percent."""
    claims = load("claims")
    table = pd.crosstab(claims["theme"], claims["report_id"])

    def row(frame: Any) -> dict[str, float]:
        return {str(name): float(value) for name, value in frame.loc[THEME].items()}

    right = row(pd.crosstab(claims["theme"], claims["report_id"], normalize="columns") * 100)
    if isinstance(answer, pd.DataFrame) and THEME in answer.index and answer.shape[0] > 1:
        return "This is the whole table, or several rows of it. Pick the row of the economy with .loc."
    if isinstance(answer, pd.DataFrame) and answer.shape[0] == 1:
        answer = answer.iloc[0]
    given = named_numbers(answer)
    if given is None:
        if isinstance(answer, (list, tuple)):
            return "Numbers without names: keep the Series, so that each share stands beside its report."
        return "The check looks for one share for each report, as a Series."
    if near(given, right, 0.51) or near({name: value * 100 for name, value in given.items()}, right, 0.51):
        return None
    for factor in (1, 100):
        scaled = {name: value * factor for name, value in given.items()}
        if near(scaled, row(pd.crosstab(claims["theme"], claims["report_id"], normalize="index") * 100), 0.51):
            return "Here the row adds up to 100: it says how the economy's claims fall on the reports. Make each report add up to 100."
        if near(scaled, row(table / len(claims) * 100), 0.06):
            return "These are shares of all claims of all reports. Make each report add up to 100."
    if near(given, row(table), 0.01):
        return "These are counts. The reports differ in length: normalise, so that each report adds up to 100."
    if set(given) != set(right):
        return "The check looks for the five reports and one share for each."
    return "The reports are right, the shares are not: divide the economy's claims of each report by all claims of that report."


@exercise("07-interval")
def interval(answer: Any) -> str | None:
    """Ends of the middle 95 percent of the share of the economy in the last report, paragraphs drawn anew."""
    claims = load("claims")
    own = claims[claims["report_id"] == LAST]
    counts = pd.crosstab(own["paragraph_id"], own["theme"])
    matrix = counts.to_numpy(float)
    drawn = draws(pd.Series([LAST] * len(counts))) @ matrix
    values = drawn[:, list(counts.columns).index(THEME)] / drawn.sum(axis=1) * 100
    if isinstance(answer, pd.Series) and len(answer) > 2:
        return "These are all the draws. Take the middle 95 percent of them with .quantile([0.025, 0.975])."
    if isinstance(answer, dict):
        answer = list(answer.values())
    if number(answer) is not None:
        return "This is one number. An interval has two ends: give both."
    if isinstance(answer, str) or not isinstance(answer, (list, tuple, pd.Series, np.ndarray)):
        return "The check looks for two numbers, the two ends of the interval."
    ends = [number(value) for value in answer]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return "The check looks for two numbers, the two ends of the interval."
    low, high = sorted((ends[0], ends[1]))
    if high <= 1:
        low, high = low * 100, high * 100

    def same(ends: Any, leeway: float = LEEWAY) -> bool:
        return bool(abs(low - ends[0]) <= leeway and abs(high - ends[1]) <= leeway)

    if same(np.quantile(values, (0.025, 0.975))):
        return None
    written = len(own[own["theme"] == THEME]) / len(own) * 100
    if abs(low - written) < 0.1 and abs(high - written) < 0.1:
        return "Both ends are the share as written. Without putting back, each draw is the same text in another order: replace=True."
    spread = 1.96 * math.sqrt(written * (100 - written) / len(own))
    if same((written - spread, written + spread), 1.2):
        return "This is the interval for claims drawn one by one: too narrow, for claims of one paragraph hang together. Draw paragraphs."
    if same(np.quantile(values, (0.05, 0.95)), 1.8):
        return "This cuts off 5 percent at either end and keeps the middle 90. For the middle 95, cut off 2.5 percent at either end."
    if same(np.quantile(values, (0.25, 0.75))):
        return "This keeps the middle half. Cut off 2.5 percent at either end."
    if abs(low - np.quantile(values, 0.025)) <= LEEWAY and high < np.quantile(values, 0.975) - LEEWAY:
        return "The lower end is right. The upper one leaves out more than 2.5 percent of the draws: 1 less 0.025 is what?"
    if low <= np.quantile(values, 0.01) and high >= np.quantile(values, 0.99):
        return "This keeps all or nearly all of the draws, with their extremes. Cut off 2.5 percent at either end."
    return "The two ends do not fit. Draw the paragraphs of the last report a thousand times, with putting back, and take the two quantiles."


@exercise("07-odds")
def odds(answer: Any) -> str | None:
    """Ratio of the odds of one term in the last report and the others, with the prior."""
    row = key_terms(LAST).loc[TERM].to_dict()
    lengths = load("reports").set_index("report_id")["words"]
    here, there = float(row["count"]), float(row["others"])
    n_here, n_there = float(lengths[LAST]), float(lengths.sum() - lengths[LAST])
    prior = STRENGTH * (here + there) / (n_here + n_there)

    def side(count: float, length: float, held: float, strength: float) -> float:
        return (count + held) / (length + strength - count - held)

    right = side(here, n_here, prior, STRENGTH) / side(there, n_there, prior, STRENGTH)
    given = number(answer)
    if given is None:
        if callable(answer):
            return "This is the function. Call it for each side, divide, and give the number."
        if isinstance(answer, (list, tuple, pd.Series)):
            return "These are several numbers. Divide the odds here by the odds elsewhere."
        return "The check looks for one number: how many times as high the odds are."
    if abs(given - right) < 0.03:
        return None
    if abs(given - side(here, n_here, 0, 0) / side(there, n_there, 0, 0)) < 0.025:
        return "This is the ratio without a prior. Keep it to compare, and give the one with the prior."
    if abs(given - math.log(right)) < 0.02:
        return "This is the logarithm, the log-odds. The question asks how many times: take the ratio itself."
    if abs(given - float(row["z"])) < 0.02:
        return "This is the z score of the table. The question asks how many times as high the odds are."
    if abs(given - 1 / right) < 0.01:
        return "This is the other way round: the odds elsewhere over the odds here."
    if abs(given - here / there) < 0.01:
        return "These are the bare counts. The other four reports together are about twice as long: use the odds."
    if abs(given - (here / n_here) / (there / n_there)) < 0.025:
        return "This is the ratio of the rates, without a prior and without the rest below the line."
    if abs(given - side(here, n_here, prior, STRENGTH) / side(there, n_there, 0, 0)) < 0.03:
        return "One side has the prior and the other has not. Both start with the same words read before."
    if abs(given - side(here, n_here, prior, STRENGTH)) < 0.001 or abs(given - side(there, n_there, prior, STRENGTH)) < 0.001:
        return "These are the odds of one side. Divide the one here by the one elsewhere."
    return "The ratio does not fit. Below the line stand all other words: length and strength, less count and prior."


@exercise("07-widget")
def widget(answer: Any) -> str | None:
    """The word that stands on both sides in two spellings."""
    scored = key_terms(LAST)
    shown = {"right": list(scored.head(10).index), "left": list(scored.tail(10).index)}
    given = names(answer.replace("/", " ") if isinstance(answer, str) else answer) or []
    if given and all(name in {"defence", "defense", "and", "or"} for name in given) and set(given) & {"defence", "defense"}:
        return None
    if not given or not isinstance(answer, (str, list, tuple, set)):
        return "The check looks for one word from the chart, in quotes."
    first = given[0]
    if first in {"leader", "leadership"}:
        return "You have an eye for kin: one is built on the other. But there is a pair that is one and the same word, spelt in two ways."
    if first in shown["right"]:
        return "This word stands on the right only. Look for one whose twin stands on the left."
    if first in shown["left"]:
        return "This word stands on the left only. Look for one whose twin stands on the right."
    return (
        "This word is not among the twenty. Set the report to Anchor, April 2026, the prior to 500 words and ten terms a side."
    )


@exercise("07-choice")
def choice(answer: Any) -> str | None:
    """What a larger share of one theme in a later report lets a reader conclude."""
    return {
        "a": "This takes the texts for the world: two texts differ, and date is only one of the things in which they do.",
        "b": None,
        "c": "This takes bias for chance: more paragraphs of these two would shrink the interval, and genre and selection would stay.",
        "d": "This throws away what can be said: the texts do differ, and the sentence can be about the texts.",
    }.get(letter(answer), "Answer with one letter: A, B, C or D.")


@exercise("07-recode")
def recode(answer: Any) -> str | None:
    """Theme of the claim on quarrels over trade, compared with the published code."""
    claims = load("claims").set_index("claim_id")
    published = str(claims["theme"]["anchor2026-p19-c5"])
    given = word(answer)
    if given == published:
        return None
    if given in claims["effect"].cat.categories or given in claims["kind"].cat.categories:
        return "This code belongs to another column. The question is about theme."
    if given not in claims["theme"].cat.categories:
        return 'This is not one of the themes: usjapan.describe("claims", "theme") lists them.'
    return {
        "economy": "You part from the published code, and the case is close. What does the main clause say the quarrels have done?",
        "commitment": "You part from the published code. Is the tension the main clause, or the trade that caused it?",
        "partners": "You part from the published code. The two are allies of each other: partners are third countries.",
        "alliance_defence": "You part from the published code. Forces and bases do not stand in this claim.",
        "domestic_politics": "You part from the published code. The quarrels are between two governments, not at home.",
    }.get(given, "You part from the published code. What does the main clause say has happened, and between whom?")


@exercise("07-record")
def record(answer: Any) -> str | None:
    """The pledge for 2027, the fact on when it was met, and the verdict."""
    claim, facts, verdict = "transition2024-p04-c6", {"DS34", "DS32"}, "overtaken"
    if isinstance(answer, pd.Series):
        answer = answer.to_dict()
    if isinstance(answer, (list, tuple)) and len(answer) == 3:
        answer = dict(zip(("claim", "fact", "verdict"), answer, strict=True))
    if not isinstance(answer, dict) or len(answer) < 3:
        return "The answer has three parts: claim, fact and verdict."
    if ... in answer.values():
        blanks = [name for name, value in answer.items() if value is ...]
        start = "Not tried yet" if len(blanks) == len(answer) else "Not finished"
        return f"{start}: replace the ... of {', '.join(map(str, blanks))}."
    parts = {word(name): word(value) for name, value in answer.items()}
    if not {"claim", "fact", "verdict"} <= set(parts):
        return "Keep the three names as they were: claim, fact and verdict."
    claims, context = load("claims"), load("context")
    if parts["claim"] != claim:
        if parts["claim"] == "transition2024-p04-c5":
            return "This is the claim on what makes the pledge harder to keep. The pledge itself, with its year, is the next claim."
        if parts["claim"] == "transition2024-p04":
            return "The paragraph is right. Name the claim in it: the id goes on with -c and a number."
        if parts["claim"] not in set(claims["claim_id"]):
            return "There is no claim with this id: copy it from the table. The word “pledge” finds it."
        return "This claim does not date a pledge. Search the essay's claims for the word “pledge”."
    fact = parts["fact"].upper()
    if fact not in facts:
        if fact not in set(context["fact_id"]):
            return "The claim is right. There is no fact with this id: copy it from the left edge of the table."
        return {
            "DS35": "The claim is right. This fact says how the target is defined. Which fact says when it was met?",
            "DS30": "The claim is right. This is the initial sum of fiscal 2025, which by itself was short of 2 percent.",
            "DS31": "The claim is right. This is another way to reckon the share. Which fact says when the goal was met, by the government's word?",
        }.get(
            fact, "The claim is right. This fact does not say when the goal was met. Search the statements for the word “goal”."
        )
    if parts["verdict"] == verdict:
        return None
    return {
        "contradicted": "Claim and fact are right. Was the claim wrong on its own day? The fact is a year younger.",
        "confirmed": "Claim and fact are right. The record does not say the same: the date of the goal has moved.",
        "sharpened": "Claim and fact are right, and you have a point: the record also adds a definition. But what happened to the date of 2027?",
        "not_found": "Claim and fact are right, so the record does speak to the claim.",
        "later_events": "Claim and fact are right. This says what differs. The verdict is the word for it in the list above.",
    }.get(parts["verdict"], "Claim and fact are right. The verdict is one of the five words in the list above.")
