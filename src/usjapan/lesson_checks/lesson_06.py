"""Checks of lesson 06, in the order in which the lesson asks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from usjapan.charts import context_series, gdp_bases
from usjapan.lesson_checks.shapes import letter, number, word
from usjapan.selfcheck import exercise
from usjapan.tables import load

REPORT = "anchor2026"
# What the lesson assumes, from no source.
RATES, SHARE = (140, 150, 160), 3.0


@exercise("06-predict")
def predict(answer: Any) -> str | None:
    """Whether the same money is a higher or lower percentage of the later GDP."""
    facts = load("context").set_index("fact_id")["value"]
    earlier, later = facts["DS30"] / gdp_bases()["gdp"]["fy2022_expected"] * 100, facts["DS31"]
    right = "lower" if later < earlier else "higher"
    given = word(answer)
    if given in {right, "smaller" if right == "lower" else "larger"}:
        return None
    return {
        "higher": "The money stays the same and the GDP below the line grows. What happens to a fraction whose lower end grows?",
        "larger": "The money stays the same and the GDP below the line grows. What happens to a fraction whose lower end grows?",
        "same": "The sum of money is the same, but a percentage is a fraction: its lower end has changed.",
        "lower": "Look again at which of the two GDP figures is the larger.",
    }.get(given, 'Predict one of three words: "higher", "lower" or "same".')


@exercise("06-function")
def function(answer: Any) -> str | None:
    """A function from share, GDP and exchange rate to billions of dollars."""
    if not callable(answer):
        given = number(answer)
        if given is not None and abs(given - 112) < 0.5:
            return "That is the right sum for one case. Give the function itself, without brackets, so that other cases can be tried."
        if given is not None:
            return "This is a number, the result of one case. Give the function itself: answer = in_dollars, without brackets."
        return "The check looks for a function: write answer = in_dollars, without quotes and without brackets."
    cases = ((2.0, 560.0, 150.0), (3.0, 619.0, 125.0), (1.5, 400.0, 100.0))
    try:
        given_all = [number(answer(*case)) for case in cases]
    except TypeError as error:
        if "argument" in str(error):
            return "The function takes three values, in this order: share, gdp, yen_per_dollar."
        return "The function cannot divide: the three dots still stand in it, or the result is text."
    except NameError:
        return "The function uses a name that Python does not know. Run the cell with in_yen first, and check the spelling."
    except ZeroDivisionError:
        return "The function divides by zero. Which of its blanks should stand below the line?"
    results = [value for value in given_all if value is not None]
    if len(results) < len(cases):
        return "The function gives nothing back: its last line needs the word return."
    right = [gdp * share / 100 * 1000 / rate for share, gdp, rate in cases]

    def same(others: list[float]) -> bool:
        return all(abs(a - b) <= max(0.006 * abs(b), 1e-6) for a, b in zip(results, others, strict=True))

    if same(right):
        return None
    if same([value / 1000 for value in right]):
        return "These are trillions of dollars. One trillion is a thousand billions: multiply by 1000."
    if same([value * 100 for value in right]):
        return "The share went in as a percentage and was not divided by 100."
    if same([gdp * share / 100 * 1000 * rate for share, gdp, rate in cases]):
        return "This multiplies by the rate. If one dollar costs 150 yen, are there more dollars than yen, or fewer?"
    if same([gdp * share / 100 * rate for share, gdp, rate in cases]):
        return (
            "This multiplies by the rate and stays in trillions. Dollars are fewer than yen: divide, then turn into billions."
        )
    if same([gdp * share / 100 * 1000 for share, gdp, rate in cases]):
        return "These are billions of yen: the exchange rate is not used yet."
    if same([gdp * share / 100 for share, gdp, rate in cases]):
        return "These are still trillions of yen."
    if same([gdp * share / 100 * 1000 / 150 for share, gdp, rate in cases]):
        return "The rate of 150 is fixed inside the function. Use the blank yen_per_dollar, so that it can vary."
    if len(set(results)) == 1:
        return "The function gives one and the same sum for every case. Use its three blanks instead of numbers."
    return "The sums do not fit. Trillion yen, times 1000, over yen per dollar, gives billions of dollars."


@exercise("06-range")
def span(answer: Any) -> str | None:
    """Lowest and highest sum in billions of dollars that 3 percent comes to in the grid."""
    gdps = [float(gdp) for gdp in gdp_bases()["gdp"]]
    sums = [gdp * SHARE / 100 * 1000 / rate for gdp in gdps for rate in RATES]
    right = [min(sums), max(sums)]
    if isinstance(answer, pd.DataFrame):
        column = next((c for c in answer.columns if str(c).lower() == "billion_dollars"), None)
        return (
            "The column is there. Now find its lowest and its highest value, and give the two as a list."
            if column
            else "This is the whole grid. The check looks for two numbers, the lowest and the highest."
        )
    if isinstance(answer, pd.Series) and len(answer) > 2:
        return "These are all sums of the grid. Give two of them: the lowest and the highest."
    if isinstance(answer, dict):
        answer = list(answer.values())
    if number(answer) is not None:
        return "This is one number. A range has two ends: the lowest and the highest, as a list."
    if isinstance(answer, str) or not isinstance(answer, (list, tuple, set, pd.Series, np.ndarray)):
        return "The check looks for a list of two numbers, such as [1.0, 2.0]."
    if any(value is ... for value in answer):
        return "Not finished: replace each ... with a number."
    values = [number(value) for value in answer]
    if not values or len(values) != 2 or None in values:
        return "The check looks for a list of two numbers: the lowest and the highest."
    low, high = sorted(value for value in values if value is not None)

    def near(others: list[float], factor: float = 1.0) -> bool:
        return abs(low - others[0] * factor) <= 0.6 * factor and abs(high - others[1] * factor) <= 0.6 * factor

    if near(right):
        return None
    yen = [min(gdps) * SHARE / 100, max(gdps) * SHARE / 100]
    if abs(low - yen[0]) < 0.06 and abs(high - yen[1]) < 0.06:
        return "These are trillions of yen. Turn them into billions of dollars, at each of the three rates."
    if near(right, 0.001):
        return "These are trillions of dollars. Multiply by 1000 for billions."
    if near([gdps[0] * 30 / 160, gdps[0] * 30 / 140]):
        return "This varies the rate and keeps one GDP. The grid has three."
    if near([min(gdps) * 30 / 150, max(gdps) * 30 / 150]):
        return "This varies the GDP and keeps one rate. The grid has three."
    if near([value * 2 / 3 for value in right]):
        return "This is the range for 2 percent. The question is about 3."
    if near([min(gdps) * 30 / 140, max(gdps) * 30 / 160]):
        return "Fewer yen to the dollar make more dollars. Which rate goes with the lowest sum?"
    return "The two ends do not fit. Divide the column trillion_yen, times 1000, by the column yen_per_dollar, row by row."


@exercise("06-widget")
def widget(answer: Any) -> str | None:
    """Percentage of the later GDP that is the same sum as 3 percent of the earlier."""
    gdps = gdp_bases()["gdp"]
    right = SHARE * gdps["fy2022_expected"] / gdps["fy2025_implied"]
    given = number(answer)
    if given is None:
        return "The check looks for one percentage, such as 2.5."
    if abs(given - round(right, 1)) < 0.051:
        return None
    if abs(given - right / 100) < 0.0006:
        return "This is a fraction. Give it in percent."
    if abs(given - SHARE * gdps["fy2025_implied"] / gdps["fy2022_expected"]) < 0.06:
        return "This is the other way round: a larger GDP needs a smaller percentage for the same sum."
    if abs(given - SHARE) < 0.01:
        return "The same percentage of a larger GDP is a larger sum. Lower the percentage until the sums agree."
    if abs(given - SHARE * gdps["fy2022_nominal"] / gdps["fy2025_implied"]) < 0.051:
        return "This starts from the newspaper's GDP of fiscal 2022. The promise is made on the one that the ministry expected."
    if 10 < given < 30:
        return "This is the sum in trillion yen. Which percentage of the GDP of fiscal 2025 comes to it?"
    if 90 < given < 200:
        return "This is a sum in dollars. Compare the sums in yen, and give the percentage."
    return "Note the sum for 3 percent of the first GDP, choose the GDP of fiscal 2025, and move Percent until the sum is the same."


@exercise("06-choice")
def choice(answer: Any) -> str | None:
    """What the statement that 2 percent was met lets a writer say."""
    return {
        "a": "This takes the widest count for the budget: the 11 trillion is defence and related spending of several ministries; "
        "the usual headline, the wide budget, is smaller.",
        "b": "This changes the lower end of the fraction: the government's 2 percent is over the GDP of fiscal 2022, not over today's.",
        "c": None,
        "d": "This sets one definition against another: the institute counts in its own way, over a calendar year, and for 2024. "
        "The two figures can both be right.",
    }.get(letter(answer), "Answer with one letter: A, B, C or D.")


@exercise("06-pledge")
def pledge(answer: Any) -> str | None:
    """Announced projects in percent of the investment pledge."""
    sums = context_series("investment_framework").set_index("fact_id")["value"]
    whole, listed, named, candidates = (float(sums[fact]) for fact in ("IV02", "IV10", "IV12", "IV17"))
    right = named / whole * 100
    given = number(answer)
    if given is None:
        return "The check looks for one percentage."
    if abs(given - right) < 0.1 or (abs(given - right / 100) < 0.001 and given < 1):
        return None
    mistakes = [
        (sums.sum() / whole * 100, "This adds the pledge to its own parts. Which of the rows is an announced project?"),
        ((sums.sum() - whole) / whole * 100, "This adds candidates to announced projects, and lists that overlap. Read each statement."),
        ((named + candidates) / whole * 100, "This counts the candidates of the second round in. Their profitability is still to be checked."),
        ((named + listed) / whole * 100, "This counts a list of candidates in, of which nothing was final when it was drawn up."),
        (listed / whole * 100, "This is the list of candidates of October 2025. None of them was a commitment."),
        (candidates / whole * 100, "These are the candidates of the second round. Which projects were announced?"),
        (whole / named, "This is how many times the projects go into the pledge. Turn the fraction round, and take 100 times it."),
        (named, "This is the sum in billions of dollars. Give it as a percentage of the pledge."),
        (named / sums.sum() * 100, "This divides by the sum of all rows. The pledge alone is the whole."),
        (100 - right, "This is the part that is not announced."),
        (float(sums["IV12"]) / 1000 * 100, "This divides by a round 1000. The pledge is another sum."),
    ]  # fmt: skip
    for value, hint in mistakes:
        if abs(given - value) < 0.6 or abs(given - value / 100) < 0.006:
            return hint
    if given == round(right):
        return "Nearly: give it to one decimal place."
    return "Divide the sum of the announced projects by the pledge, and multiply by 100."


@exercise("06-recode")
def recode(answer: Any) -> str | None:
    """Kind of the 3 percent, compared with the published code."""
    figures = load("quantities").set_index("claim_id")
    published, kinds = str(figures["kind"]["anchor2026-p21-c6"]), list(figures["kind"].cat.categories)
    given = word(answer)
    if given == published:
        return None
    if given not in kinds:
        return f"This is not one of the kinds: {', '.join(kinds)}."
    return {
        "demand": "You part from the published code. The record knows of requests, but does this text name anybody who asks?",
        "pledge": "You part from the published code. A pledge needs somebody who committed himself. Who does, to 3 percent?",
        "actual": "You part from the published code. Nothing has been spent at 3 percent: it is an aim that is talked about.",
        "estimate": "You part from the published code. An estimate reckons how large something is or will be. Is that what talk of a share does?",
        "target": "You part from the published code. Read the rule once more and write down your reason.",
    }[given]


@exercise("06-order")
def order(answer: Any) -> str | None:
    """The remark on Taiwan and four Chinese measures, in the order of the record."""
    dates = load("context").set_index("fact_id")["date_from"]
    facts = {"A": "CC08", "B": "CC02", "C": "CC01", "D": "CC12", "E": "CC04"}
    right = "".join(sorted(facts, key=lambda letter: dates[facts[letter]]))
    if isinstance(answer, (list, tuple, pd.Series)):
        answer = "".join(str(part) for part in answer)
    given = "".join(letter for letter in str(answer).upper() if letter in facts)
    if given == right:
        return None
    if sorted(given) != sorted(facts):
        return "Write each of the five letters once, as one text."
    if given == right[::-1]:
        return "This is the newest first. Turn it round."
    if given[0] != right[0]:
        return "The report says that the measures came in the wake of something. What has to stand first?"
    if given.index("E") < given.index("B"):
        return "The advice to travellers came within days. What followed some days after it?"
    if given.index("D") < given.index("E"):
        return "The two lists fall in a later year than the seafood."
    if given.index("A") < given.index("E"):
        return "The ban on exports falls in a later year than the seafood."
    return "Two measures of 2026 have changed places. Sort by date_from and read the statements again."


@exercise("06-record")
def record(answer: Any) -> str | None:
    """The claim on Chinese restrictions, the fact with two accounts, and in what they differ."""
    claim, fact = "anchor2026-p20-c2", "CC10"
    if isinstance(answer, pd.Series):
        answer = answer.to_dict()
    if isinstance(answer, (list, tuple)) and len(answer) == 3:
        answer = dict(zip(("claim", "fact", "differs"), answer, strict=True))
    if not isinstance(answer, dict) or len(answer) < 3:
        return "The answer has three parts: claim, fact and differs."
    if ... in answer.values():
        blanks = [name for name, value in answer.items() if value is ...]
        start = "Not tried yet" if len(blanks) == len(answer) else "Not finished"
        return f"{start}: replace the ... of {', '.join(map(str, blanks))}."
    parts = {word(name): word(value) for name, value in answer.items()}
    if not {"claim", "fact", "differs"} <= set(parts):
        return "Keep the three names as they were: claim, fact and differs."
    if parts["claim"] != claim:
        return "The claim's id stands in the text of the exercise: copy it."
    given = parts["fact"].upper()
    facts = load("context").set_index("fact_id")
    if given not in facts.index:
        return "The claim is right. There is no fact with this id: copy it from the left edge of the table."
    if given != fact:
        return {
            "CC08": "Close: this is the ban itself. Look for the fact that says how much further it is reported to reach.",
            "CC02": "This is the advice to travellers, which nobody denies. Look at the column agreement.",
            "CC04": "Seafood is none of the three things that the claim names, and here the quarrel is about the reason.",
            "CC06": "Here two accounts part, but about radar on fighters: none of the three things that the claim names.",
            "CC09": "An investigation of a gas for making chips is on record on one side only. Look at the column agreement.",
        }.get(
            given, "In this fact no two accounts of a restriction part. The column agreement and the word “denied” lead to it."
        )
    if parts["differs"] in {"scope", "extent", "reach"}:
        return None
    return {
        "date": "Claim and fact are right. Both accounts speak of the same weeks. What do they disagree about?",
        "number": "Claim and fact are right. Neither account gives a number. Who is hit, by each of them?",
        "definition": "Claim and fact are right, and you are near. They agree on what a rare earth is. Who is hit, by each account?",
    }.get(parts["differs"], "Claim and fact are right. Say what differs in one word: definition, date, number or scope.")
