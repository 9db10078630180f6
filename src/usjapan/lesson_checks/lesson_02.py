"""Checks of lesson 02, in the order in which the lesson asks."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd

from usjapan.charts import dated_events
from usjapan.lesson_checks.shapes import letter, named_numbers, near, number, word
from usjapan.selfcheck import exercise
from usjapan.tables import load

REPORT = "flux2024"
# What Japan paid, in billions of dollars, where the context table gives the dollars in words only.
DOLLARS_FY2019 = 1.8  # statement of HN02
DOLLARS_FY2020 = 1.89  # definition of HN03
DOLLARS_BOLTON = 2.5  # note of HN04


def _flux() -> pd.DataFrame:
    claims = load("claims")
    return claims[claims["report_id"] == REPORT]


def _by(frame: pd.DataFrame, column: str, of: float = 1) -> dict[str, float]:
    """Counts of a column, each divided by `of`."""
    return {str(name): float(n) / of for name, n in frame[column].value_counts().items() if n}


@exercise("02-predict")
def predict(answer: Any) -> str | None:
    """Theme with most straining claims in the report."""
    flux = _flux()
    counts = _by(flux[flux["effect"] == "strains"], "theme")
    most = {theme for theme, n in counts.items() if n == max(counts.values())}
    given = word(answer).replace("defense", "defence")
    if given in most:
        return None
    if given in flux["effect"].cat.categories:
        return 'This is an effect. Predict a theme: usjapan.describe("claims", "theme") lists them.'
    if given not in flux["theme"].cat.categories:
        return 'This is not one of the themes: usjapan.describe("claims", "theme") lists them, spelt as the table spells them.'
    reasons = {
        "alliance_defence": "Money for the troops and the Okinawa base stand there, and it comes close, but another theme has more.",
        "domestic_politics": "The election at home belongs there, but a doubt among allies about support is coded by what is doubted.",
        "threats": "A rival's act counts as straining only where the claim ties it to the allies' cooperation; most do not.",
        "economy": "Trade strains the allies in this report too, but that fills one of its twelve paragraphs.",
        "japan_defence": "More effort by Japan strengthens the alliance by the rule for effect, so few of these claims strain it.",
    }
    return reasons.get(given, "This theme has few or no straining claims in the report.") + " Run the next cell and compare."


@exercise("02-strengthening")
def strengthening(answer: Any) -> str | None:
    """Share of each theme among the report's strengthening claims, in percent, largest first."""
    flux = _flux()
    chosen = flux[flux["effect"] == "strengthens"]
    right = _by(chosen, "theme", len(chosen) / 100)
    given = named_numbers(answer)
    if given is None:
        if isinstance(answer, pd.DataFrame):
            return "This is a table of claims or has several columns of numbers. End with one number for each theme."
        if type(answer).__name__.endswith("GroupBy"):
            return "The groups are made, but nothing is counted yet: add .size() after groupby(...)."
        if isinstance(answer, str):
            return "This is text in quotes. The line has to run: take the # away and fill in the blanks."
        if isinstance(answer, (list, tuple)):
            return "Numbers without names: keep the Series, so that each share stands beside its theme."
        return "The check looks for one share for each theme, as a Series."
    given = {name: value for name, value in given.items() if value}
    as_shares = {name: value * 100 for name, value in given.items()}
    if near(given, right, 0.51) or near(as_shares, right, 0.51):
        values = list(given.values())
        if isinstance(answer, (pd.Series, pd.DataFrame)) and any(a < b for a, b in pairwise(values)):
            return "The shares are right, the order is not: the largest should stand first."
        return None
    if near(given, _by(chosen, "theme"), 0.01):
        return "These are the counts. Divide them by the number of strengthening claims and multiply by 100."
    for scale in (1, 100):
        scaled = {name: value * scale for name, value in given.items()}
        if near(scaled, _by(chosen, "theme", len(flux) / 100), 0.51):
            return "The counts are divided by all claims of the report. The question is about the strengthening ones: divide by their number."
        straining = flux[flux["effect"] == "strains"]
        if near(scaled, _by(straining, "theme", len(straining) / 100), 0.51):
            return "These are the shares of the straining claims. Look at the table that the groups are made from."
        if near(scaled, _by(flux, "theme", len(flux) / 100), 0.51):
            return "These are the shares of all claims of the report. Group the table that keeps the strengthening ones only."
        every = load("claims")
        every = every[every["effect"] == "strengthens"]
        if near(scaled, _by(every, "theme", len(every) / 100), 0.51):
            return "These are the shares in all five reports. Start from flux, which holds one report."
    for column in ("kind", "voice", "effect", "modality", "paragraph_id"):
        if set(given) == {word(name) for name in _by(chosen, column)}:
            return f"The groups are made by {column!r}. The question asks about themes."
    if set(given) == set(right):
        return "The themes are right, the shares are not: each is a count, divided by the number of strengthening claims, times 100."
    return "Some themes are missing or are none of the report's strengthening ones. Group the table called strengthening by its theme."


@exercise("02-money")
def money(answer: Any) -> str | None:
    """The largest sum of money in the report, by claim, figure or value."""
    figures = load("quantities")
    figures = figures[figures["report_id"] == REPORT]
    sums = figures[figures["currency"].notna()]
    right = sums.sort_values("value").iloc[-1]
    if isinstance(answer, pd.DataFrame) and len(answer) == 1:
        answer = answer.iloc[0]
    if isinstance(answer, pd.DataFrame):
        return "This is a table with several rows: sort it, then take the claim_id of the first row."
    if isinstance(answer, pd.Series) and "claim_id" in answer.index:
        answer = answer["claim_id"]
    if isinstance(answer, pd.Series) and len(answer) > 1:
        return "These are several values: take the claim_id of the first row only."
    text, value = word(answer), number(answer)
    for _, row in figures.iterrows():
        named = text in {word(row[column]) for column in ("claim_id", "quantity_id", "figure")}
        if not (named or (value is not None and abs(value - row["value"]) < 1e-9)):
            continue
        if row["quantity_id"] == right["quantity_id"]:
            return None
        if pd.notna(row["currency"]):
            return "This is a sum of money, but not the largest: check in which direction the sort runs, or whether a kind was left out."
        if row["value"] == figures["value"].max():
            return (
                f"Its number is the largest of all, but its unit is “{row['unit']}”: no money. "
                "Keep the rows in dollars before you sort."
            )
        if row["unit"] == "multiple":
            return "A multiple is no sum: it says how many times something, and nothing about dollars until the base is known."
        return f"The unit of this figure is “{row['unit']}”: no money. Keep the rows in dollars before you sort."
    if text in {str(p).lower() for p in figures["paragraph_id"]}:
        return "This is a paragraph. A claim's id goes on with -c and a number."
    if len(text) > 3 and text.startswith(REPORT):
        return "No figure of the report belongs to this claim. Take the claim_id from the sorted table of quantities."
    return "The check looks for the claim_id in the first row of the sorted table, such as flux2024-p01-c1."


@exercise("02-multiple")
def multiple(answer: Any) -> str | None:
    """How many times each base the demand in the memoir is."""
    facts, figures = load("context").set_index("fact_id"), load("quantities")
    demand = float(facts["value"]["HN04"])
    own = figures[(figures["report_id"] == REPORT) & (figures["kind"] == "actual") & figures["currency"].notna()]
    bases = [float(own["value"].iloc[0]), DOLLARS_FY2020, DOLLARS_FY2019, DOLLARS_BOLTON]
    if isinstance(answer, pd.DataFrame):
        numeric = answer.select_dtypes("number")
        answer = numeric.iloc[:, -1]
    if isinstance(answer, (pd.Series, dict)):
        answer = list(dict(answer).values())
    try:
        values = [float(v) for v in answer]
    except (TypeError, ValueError):
        if number(answer) is not None:
            return "One number cannot answer for four bases: divide by the whole Series, so that each base gets its multiple."
        return "The check looks for four numbers, one for each base."

    def same(others: list[float], tolerance: float = 0.06) -> bool:
        return len(values) == len(others) and all(
            abs(a - b) <= tolerance for a, b in zip(sorted(values), sorted(others), strict=True)
        )

    if same([demand / base for base in bases]):
        return None
    if len(values) != len(bases):
        return "The check looks for four numbers, one for each base: divide by the whole Series."
    if same(bases, 0.001):
        return "These are the bases themselves. How many times does each go into the demand?"
    if same([base / demand for base in bases], 0.006):
        return "This is each base as a part of the demand. A multiple is the other way round: demand over base."
    if same([demand - base for base in bases]):
        return "These are differences, in billions of dollars. A multiple comes from a division."
    if same([4 * base for base in bases]):
        return "This takes “four times” for granted and gives sums. Start from the demand in the memoir and find the multiple."
    if same([round(demand / base) for base in bases]):
        return "The division is right, but whole numbers hide what the exercise is after: keep one decimal place."
    return "Divide the demand by the Series of bases; each answer lies between 1 and 10."


@exercise("02-real-terms")
def real_terms(answer: Any) -> str | None:
    """The yearly average of the agreement of 2022, in FY2026, at the prices of FY2021, prices rising 2 percent a year."""
    nominal = float(load("context").set_index("fact_id")["value"]["HN07"])
    rate, years = 0.02, 5
    if isinstance(answer, pd.DataFrame):
        return "This is a table. The check looks for one number, in billions of yen."
    given = number(answer)
    if given is None:
        if callable(answer):
            return "This is a function. Call it with a sum and a number of years, and give what it returns."
        return "The check looks for one number, in billions of yen."

    def close(value: float) -> bool:
        # A whole number may have been rounded further.
        return abs(given - value) <= (0.51 if given == round(given) else 0.06)

    if close(nominal / (1 + rate) ** years):
        return None
    if abs(given - nominal / (1 + rate) ** years * 1e9) <= 0.51e9:
        return None
    if close(nominal):
        return "This is the nominal sum, as printed. What would it buy at the prices of FY2021?"
    if close(nominal * (1 + rate) ** years):
        return "This multiplies: it says what the sum would have to grow to. To go back to earlier prices, divide."
    if close(nominal / (1 + rate) ** (years - 1)):
        return "This goes back four years, to FY2022. Count the steps from FY2026 to FY2021."
    if close(nominal / (1 + rate)):
        return "This goes back one year. Each year's prices stand on those of the year before: raise to the number of years."
    if close(nominal * (1 - rate * years)):
        return "This takes 2 percent of the same sum off five times. Prices compound: divide by 1.02 once for each year."
    if close(nominal * (1 - rate) ** years):
        return "This takes 2 percent off each year. If prices rise by 2 percent, divide by 1.02: that is not the same as times 0.98."
    if close(nominal / (1 + 2) ** years) or close(nominal / (1 + 100 * rate) ** years):
        return "The rate went in as 2, that is 200 percent. Two percent is 0.02."
    if close(float(load("context").set_index("fact_id")["value"]["HN05"]) / (1 + rate) ** years):
        return "This starts from the sum of FY2021. Start from the yearly average of the later agreement."
    return "Start from the yearly average and divide by 1.02 once for each year between FY2021 and FY2026."


@exercise("02-timeline")
def timeline(answer: Any) -> str | None:
    """Number of the report's events whose earliest date lies after the speech to Congress."""
    events = dated_events(REPORT)
    speech: Any = events.set_index("event_id").loc["kishida_congress_speech_2024", "date_to"]
    later = events[events["date_from"] > speech]
    if isinstance(answer, (list, tuple, pd.DataFrame)) and len(answer) == len(later):
        return None
    given = number(answer)
    if given == len(later):
        return None
    if given is None:
        return "The check looks for a number of events."
    if given == len(events):
        return "This is the number of all events that the report mentions. Some are dated before the speech."
    if given == len(events[events["date_from"].dt.year == speech.year]):
        return "This is the number of all events of 2024. The speech itself is one of them, and some may lie before it."
    if given == len(events[events["date_to"] > speech]):
        return "This counts every event that may lie after the speech. A bar that begins before it may also lie before: not certain."
    if given == len(later) + 1:
        return "One bar too many: one of these begins on the day of the speech or before it, so its dates alone do not settle the order."
    if given == 0:
        return "There is at least one: look for a bar that begins to the right of the dot of the speech."
    return "Set Report to the spring 2024 report and look at where each bar begins, not at where it ends."


@exercise("02-choice")
def choice(answer: Any) -> str | None:
    """What a multiple of 4, coded as a demand, lets a reader conclude."""
    return {
        "a": "This takes a demand for something that was paid: the kind of the figure is demand, not actual.",
        "b": "This multiplies by a base that is later than the demand: the report dates the 1.9 billion to 2021, the memoir's demand falls in 2019.",
        "c": None,
        "d": "This takes one side's account for both: the report says that Trump pressed, and Japanese officials denied having received a demand.",
    }.get(letter(answer), "Answer with one letter: A, B, C or D.")


@exercise("02-recode")
def recode(answer: Any) -> str | None:
    """Effect of the claim that friction on Okinawa will hardly touch cooperation, compared with the published code."""
    claims = load("claims").set_index("claim_id")
    published = str(claims.loc["flux2024-p10-c8", "effect"])
    given = word(answer)
    if given == published:
        return None
    if given in claims["kind"].cat.categories or given in claims["theme"].cat.categories:
        return "This code belongs to another column. The question is about effect: strengthens, strains, mixed or none."
    if given not in claims["effect"].cat.categories:
        return "This is not one of the effects: strengthens, strains, mixed or none."
    return {
        "strains": "You part from the published code: the friction strains, but the friction is the subject of other claims. "
        "What does this one say of the cooperation itself?",
        "none": "You part from the published code, and the case is close. Step 2 asks whether the claim calls the joint action surer or "
        "more doubtful. Write down why you think it does neither.",
        "mixed": "You part from the published code: mixed needs a gain and a cost in one claim. Which of the two does this sentence assert, "
        "and which does it set aside?",
        "strengthens": "You part from the published code. Read step 2 of the rule once more and write down your reason.",
    }[given]


@exercise("02-record")
def record(answer: Any) -> str | None:
    """A claim on a first deployment, the fact that bears on it, and in what they differ."""
    claim = "flux2024-p07-c3"
    checks = load("fact_checks").merge(load("fact_check_facts"), on="check_id")
    checks = checks[checks["claim_id"] == claim]
    # An earlier case differs in date and, for a "first", in order: both words say the same thing here.
    right = {"date", "order", *checks["difference"].astype("str")}
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
    if parts["fact"].startswith(REPORT) and not parts["claim"].startswith(REPORT):
        return "Claim and fact have changed places: a claim's id begins with the report, a fact's id is two letters and two digits."
    if parts["claim"] != claim:
        if parts["claim"] == claim.rsplit("-", 1)[0]:
            return "The paragraph is right. Name the claim in it: the id goes on with -c and a number."
        if parts["claim"] not in set(load("claims")["claim_id"]):
            return "There is no claim with this id: copy it from the first column."
        return "This claim is about something else. Search the summaries for the word “deploy”."
    facts = load("context").set_index("fact_id")
    if parts["fact"].upper() not in set(checks["fact_id"]):
        if parts["fact"].upper() not in facts.index:
            return "The claim is right. There is no fact with this id: copy it from the column fact_id."
        return "The claim is right. This fact does not speak of a mission abroad: search the statements for that word."
    if parts["differs"] in right or parts["differs"] in {"dates", "year", "time", "when"}:
        return None
    return {
        "definition": "Claim and fact are right. A definition could rescue the sentence, had either text given one for “deployment” or "
        "“mission”. What do both state outright?",
        "number": "Claim and fact are right. Neither of them counts anything. What do both state outright?",
        "scope": "Claim and fact are right. Both speak of the same forces and of going abroad for the first time. What is left to differ?",
    }.get(parts["differs"], "Claim and fact are right. Say what differs in one word: definition, date, order, number or scope.")
