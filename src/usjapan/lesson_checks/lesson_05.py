"""Checks of lesson 05, in the order in which the lesson asks."""

from __future__ import annotations

from typing import Any

import pandas as pd

from usjapan.charts import effect_counts
from usjapan.lesson_checks.shapes import cells, letter, named_numbers, near, number, word
from usjapan.selfcheck import exercise
from usjapan.tables import load

REPORT = "stress2025"


def _stress() -> pd.DataFrame:
    claims = load("claims")
    return claims[claims["report_id"] == REPORT]


def _straining(frame: pd.DataFrame, of: str | None = None) -> dict[str, float]:
    """Percent of each voice's claims that strain; with `of`, percent of all straining claims that fall to each voice."""
    strains = frame[frame["effect"] == "strains"]["voice"].value_counts()
    whole = len(frame[frame["effect"] == "strains"]) if of else frame["voice"].value_counts()
    return {str(voice): float(value) for voice, value in (strains / whole * 100).dropna().items() if value}


@exercise("05-predict")
def predict(answer: Any) -> str | None:
    """Voice with the larger share of straining claims."""
    shares = _straining(_stress())
    right = max(shares, key=lambda voice: shares[voice])
    given = word(answer)
    given = {
        "press_release": "author",
        "the_press_release": "author",
        "report": "presented_report",
        "presented": "presented_report",
    }.get(given, given)
    if given == right:
        return None
    if given in {"both", "equal", "same", "neither"}:
        return "You expect no difference. Run the next cell and compare: is the gap one that a few claims could close?"
    if given in load("claims")["voice"].cat.categories:
        if given in shares:
            return (
                "The other voice has the larger share here. Run the next cell and look at what fills the blue side of the bars."
            )
        return "This voice has no claim in this text. Predict author or presented_report."
    if number(answer) is not None:
        return "Predict a voice, not a number: author or presented_report."
    return "This is not one of the two voices: author (the press release itself) or presented_report."


@exercise("05-share")
def share(answer: Any) -> str | None:
    """Percent of each voice's claims that strain, recommendations left out."""
    own = _stress()
    chosen = own[own["kind"] != "recommendation"]
    right = _straining(chosen)
    if isinstance(answer, str):
        return "This is text in quotes. The line has to run: take the # away and fill in the blanks."
    given = named_numbers(answer)
    if given is None:
        if isinstance(answer, pd.DataFrame):
            return "This is the table with all effects. The exercise asks for one number for each voice: pick the column of the straining ones."
        if isinstance(answer, (list, tuple)):
            return "Numbers without names: keep the Series, so that each share stands beside its voice."
        return "The check looks for one share for each voice, as a Series."
    given = {name: value for name, value in given.items() if value}
    for scale in (1, 100):
        scaled = {name: value * scale for name, value in given.items()}
        if near(scaled, right, 0.51):
            return None
        if near(scaled, _straining(own), 0.51):
            return "These shares still count the recommendations. Build the counts from the table without them."
        if near(scaled, _straining(chosen, "straining"), 0.51):
            return "These add up to 100 percent: they say how the straining claims are spread. Divide by all claims of the same voice."
        over_all = {
            voice: value / len(chosen) * 100
            for voice, value in chosen[chosen["effect"] == "strains"]["voice"].value_counts().items()
        }
        if near(scaled, {str(v): n for v, n in over_all.items() if n}, 0.51):
            return "The counts are divided by all claims together. Each voice has its own number of claims: divide by that."
        only = own[own["kind"] == "recommendation"]
        if set(scaled) == set(only["voice"]) and len(only["voice"].unique()) == 1:
            return "This keeps the recommendations and drops the rest. The sign != keeps rows that are different."
        strong = chosen[chosen["effect"] == "strengthens"]["voice"].value_counts() / chosen["voice"].value_counts() * 100
        if near(scaled, {str(v): float(n) for v, n in strong.dropna().items() if n}, 0.51):
            return "These are the strengthening ones. Pick the other column."
    counts = chosen[chosen["effect"] == "strains"]["voice"].value_counts()
    if near(given, {str(v): float(n) for v, n in counts.items() if n}, 0.01):
        return (
            "These are the counts of straining claims. Divide them by the number of claims of each voice and multiply by 100."
        )
    if set(given) == set(right):
        return "The voices are right, the shares are not: straining claims of a voice, divided by all its claims but recommendations, times 100."
    return "The names are no voices of this report, or one is missing. Group the table without recommendations by voice."


def _advice() -> pd.DataFrame:
    claims = load("claims")
    return claims[claims["kind"] == "recommendation"]


def _advice_counts(frame: pd.DataFrame) -> dict[tuple[str, str], float]:
    sizes = frame.groupby(["report_id", "addressee"], observed=True).size()
    return {(str(pair[0]), str(pair[1])): float(value) for pair, value in sizes.items()}  # type: ignore[index]


@exercise("05-addressee")
def addressee(answer: Any) -> str | None:
    """Number of recommendations in wide form: a row per report, a column per addressee."""
    right = _advice_counts(_advice())
    if isinstance(answer, str):
        return "This is text in quotes. The line has to run: take the # away and fill in the blanks."
    given = cells(answer)
    if given is None:
        return "The check looks for a table of numbers: a row per report, a column per addressee."
    if near(given, right, 0.001):
        if isinstance(answer, pd.Series) or (
            isinstance(answer, pd.DataFrame) and answer.shape[1] in (1, 3) and len(answer) == len(right)
        ):
            return "The counts are right, but the table is still long: one line for each pair. Which word turns the inner names into columns?"
        if isinstance(answer, pd.DataFrame) and answer.isna().any(axis=None):
            return "The counts are right, but there are holes (NaN) where a report has no such advice. A count of none is 0: fill_value."
        return None
    if near({(c, r): v for (r, c), v in given.items()}, right, 0.001):
        return "The counts are right, but rows and columns have changed places: the exercise asks for a row per report."
    rows, columns = {pair[0] for pair in given}, {pair[1] for pair in given}
    named = set(load("claims")["addressee"].cat.categories)
    if not columns & named:
        if columns & set(load("claims")["effect"].cat.categories):
            return "The columns are effects. Which column of the table says who is asked?"
        if columns & set(load("claims")["voice"].cat.categories):
            return "The columns are voices, that is, who speaks. Which column of the table says who is asked?"
        return "The columns are no addressees: united_states, japan, both, others, not_stated."
    if not rows & set(load("reports")["report_id"]):
        return "The rows are no reports. Which column of the table names the report?"
    if "all" in rows | columns:
        return "A row or a column of totals stands in the table: leave margins out, so that each cell is one count."
    if rows == {REPORT}:
        return "This is one report. Start from advice, which holds the recommendations of all reports."
    total = sum(right.values())
    if abs(sum(given.values()) - 1) < 0.01 or all(value <= 1 for value in given.values()):
        return "These are shares. The exercise asks for counts first."
    return f"The table adds up to {sum(given.values()):g}, but there are {total:g} recommendations. Start from advice and count with .size()."


@exercise("05-long")
def long(answer: Any) -> str | None:
    """The wide table of recommendations, melted back to long form without losing the report."""
    right = _advice_counts(_advice())
    if isinstance(answer, pd.Series) and answer.index.nlevels == 2:
        answer = answer.rename("claims").reset_index()
    if not isinstance(answer, pd.DataFrame):
        return "The check looks for a table in long form: a row for each pair of report and addressee."
    if "addressee" in answer.columns and answer["addressee"].astype("str").eq("report_id").any():
        return "The reports were melted too and stand among the values. Tell melt which column identifies a row: id_vars."
    columns = {str(column) for column in answer.columns}
    if "report_id" not in columns:
        if "report_id" in answer.index.names:
            return "The report is still in the names of the rows. Make it a column with .reset_index()."
        return "The report is lost: no column says which report a row belongs to. Make it a column before you melt."
    if "addressee" not in columns:
        if columns & set(load("claims")["addressee"].cat.categories):
            return "This is still wide: each addressee has a column of its own. Now melt it."
        if "variable" in columns:
            return "The column of addressees has no name yet. Melt takes it from the columns' name, or from var_name=."
        return "No column names the addressee. Melt, and keep report_id with id_vars."
    counted = answer.select_dtypes("number")
    if counted.shape[1] != 1:
        return "The check looks for one column of numbers, the counts."
    pairs = {
        (str(report), str(who)): float(value)
        for report, who, value in zip(answer["report_id"], answer["addressee"], counted.iloc[:, 0], strict=True)
        if value and not pd.isna(value)
    }
    if near(pairs, right, 0.001):
        return None
    if sum(pairs.values()) == sum(right.values()):
        return "The sum is right, but some counts stand beside the wrong report or addressee."
    return "The counts are not those of the wide table: melt by_addressee and change nothing else."


@exercise("05-voice")
def voice(answer: Any) -> str | None:
    """Four claims, each ascribed to the press release or to the report that it presents."""
    published = load("claims").set_index("claim_id")["voice"]
    asked = ["stress2025-p05-c1", "stress2025-p05-c2", "stress2025-p05-c3", "stress2025-p06-c1"]
    if isinstance(answer, pd.Series):
        answer = answer.to_dict()
    if isinstance(answer, (list, tuple)) and len(answer) == len(asked):
        answer = dict(zip(asked, answer, strict=True))
    if not isinstance(answer, dict):
        return "The check looks for a dict with an answer for each of the four claims."
    blanks = [name for name, value in answer.items() if value is ...]
    if blanks:
        start = "Not tried yet" if len(blanks) == len(answer) else "Not finished"
        return f"{start}: replace the ... of {', '.join(map(str, blanks))}."
    said = {"author": "press_release", "release": "press_release", "the_press_release": "press_release"}
    said |= dict.fromkeys(("presented_report", "the_report", "emma_chanlett-avery", "chanlett-avery"), "report")
    given = {word(name): said.get(word(value), word(value)) for name, value in answer.items()}
    if not set(asked) <= set(given):
        return "Keep the four claim ids as they were."
    stray = [claim_id for claim_id in asked if given[claim_id] not in {"press_release", "report"}]
    if stray:
        return f"The answer for {stray[0]} is neither “press release” nor “report”."
    right = {claim_id: "report" if published[claim_id] == "presented_report" else "press_release" for claim_id in asked}
    wrong = [claim_id for claim_id in asked if given[claim_id] != right[claim_id]]
    if not wrong:
        return None
    if all(given[claim_id] == "report" for claim_id in asked):
        return "You ascribe all four to the report. A press release also speaks in its own voice, with no “the report warns” before it."
    if all(given[claim_id] == "press_release" for claim_id in asked):
        return "You ascribe all four to the press release, since they stand in it. Where it names another speaker, the nearest one counts."
    if len(wrong) == len(asked):
        return "All four are the other way round: is report the text in your hand, or the one that it announces?"
    hints = {
        "stress2025-p05-c1": "A reporting phrase governs what follows it. Does this half of the sentence stand before or after it?",
        "stress2025-p05-c2": "Look for the verb that hands the sentence to another speaker.",
        "stress2025-p05-c3": "No speaker is named in its sentence, and a voice does not leak from the one before.",
        "stress2025-p06-c1": "It is in quotation marks in the text, and its writer is named.",
    }
    return f"{len(asked) - len(wrong)} of {len(asked)} fit. Look again at {wrong[0]}: {hints[wrong[0]]}"


@exercise("05-widget")
def widget(answer: Any) -> str | None:
    """Strengthening claims of the report that are left without recommendations."""
    own, without = effect_counts("theme", REPORT), effect_counts("theme", REPORT, recommendations=False)
    right = int(without["strengthens"].sum())
    given = number(answer)
    if given is None:
        return "The check looks for a number of claims."
    if given == right:
        return None
    known = {
        int(own["strengthens"].sum()): "This still counts the recommendations: take the tick away.",
        int(own["strengthens"].sum()) - right: "This is how many go. How many strengthening claims stay?",
        int(without["strengthens"].max()): "This is the longest blue bar. Add up those of all themes.",
        int(without["strains"].sum()): "These are the straining claims, on the left. The question is about the right side.",
        int(without["claims"].sum()): "This is the number of all claims that stay. How many of them strengthen?",
        int(
            effect_counts("theme", recommendations=False)["strengthens"].sum()
        ): "This counts all reports. Set Report to the one of late 2025.",
    }
    return known.get(
        int(given), "Set Report to late 2025, group by theme, take the tick away and add up the figures at the blue bars."
    )


@exercise("05-choice")
def choice(answer: Any) -> str | None:
    """What the counts of one press release let a reader conclude."""
    return {
        "a": "This takes a count of sentences for a measure of the world: the text says more about leaders, which is not the same.",
        "b": "This takes the press release for the report. The report was not coded; the text in hand chooses from it and speaks for itself too.",
        "c": None,
        "d": "This takes silence for soundness. A theme with few straining claims may be well, or may have been left out.",
    }.get(letter(answer), "Answer with one letter: A, B, C or D.")


@exercise("05-recode")
def recode(answer: Any) -> str | None:
    """Addressee of the advice on calibrated pressure, compared with the published code."""
    claims = load("claims").set_index("claim_id")
    published = str(claims.loc["stress2025-p13-c1", "addressee"])
    given = "" if answer is None else word(answer)
    given = {"us": "united_states", "usa": "united_states", "the_united_states": "united_states", "none": "not_stated"}.get(
        given, given
    )
    if given == published:
        return None
    if given not in claims["addressee"].cat.categories:
        if any(given in claims[column].cat.categories for column in ("kind", "theme", "effect", "voice")):
            return "This code belongs to another column. The question is about addressee: who is asked?"
        return "This is not one of the addressees: united_states, japan, both, others or not_stated."
    return {
        "united_states": "You part from the published code, and the case is close: somebody outside Japan would have to press. The rule asks what the "
        "list states, not who could do it.",
        "japan": "You part from the published code. Japan is the one to be encouraged: it is done to, not asked to do.",
        "both": "You part from the published code. That the proposals are to serve both nations says who gains, not who is asked.",
        "others": "You part from the published code. Does the list name anybody outside the two allies?",
        "not_stated": "You part from the published code. Whom does the list name?",
    }[given]


@exercise("05-record")
def record(answer: Any) -> str | None:
    """A claim on leaders out of step, the meetings of leaders in 2025, and in what they differ."""
    claim, meetings, near_claims = "stress2025-p05-c3", {"SM12", "SM14"}, {"stress2025-p05-c4", "stress2025-p05-c5"}
    if isinstance(answer, pd.Series):
        answer = answer.to_dict()
    if isinstance(answer, (list, tuple)) and len(answer) == 3:
        answer = dict(zip(("claim", "facts", "differs"), answer, strict=True))
    if not isinstance(answer, dict) or len(answer) < 3:
        return "The answer has three parts: claim, facts and differs."
    listed = {word(name): value for name, value in answer.items()}
    if not {"claim", "facts", "differs"} <= set(listed):
        return "Keep the three names as they were: claim, facts and differs."
    given = listed["facts"]
    flat = list(given) if isinstance(given, (list, tuple, set, pd.Series, pd.Index)) else [given]
    blanks = [name for name, value in listed.items() if value is ... or (name == "facts" and any(v is ... for v in flat))]
    if blanks:
        start = "Not tried yet" if len(blanks) == len(listed) else "Not finished"
        return f"{start}: replace the ... of {', '.join(blanks)}."
    if len(flat) == 1 and isinstance(flat[0], str):
        flat = flat[0].replace(",", " ").split()
    found = {word(value).upper() for value in flat}
    named = word(listed["claim"])
    if named != claim:
        if named == claim.rsplit("-", 1)[0]:
            return "The paragraph is right. Name the claim in it: the id goes on with -c and a number."
        if named not in set(load("claims")["claim_id"]):
            return "There is no claim with this id: copy it from the first column."
        if named in near_claims:
            return "This is what follows from it. Which claim in the same paragraph says how things are between the leaders?"
        return "This claim is about something else. Search the summaries for the word leaders."
    unknown = found - set(load("context")["fact_id"])
    if unknown:
        return f"The claim is right. There is no fact {min(unknown)}: copy the ids from the column fact_id."
    if found != meetings:
        if found & {"SM11", "SM13", "SM15"}:
            return "The claim is right. Among your facts is a meeting of ministers, held or not held: keep those of the two leaders."
        if "SM10" in found:
            return "The claim is right. One of your facts is a call of three leaders before the new president took office: keep meetings of the two."
        if found < meetings:
            return "The claim is right. There was more than one meeting of the two leaders in 2025."
        if found > meetings:
            return "The claim is right. Some of these lie outside 2025 or are no meeting of the two leaders."
        return "The claim is right. Find the meetings of the American president and the Japanese prime minister in 2025."
    differs = word(listed["differs"])
    if differs in {"definition", "definitions", "scope", "meaning"}:
        return None
    return {
        "date": "Claim and facts are right. The dates could not settle it: does a meeting on a day show, or refute, agreement that lasts?",
        "number": "Claim and facts are right. The claim counts no meetings. What does it say is missing?",
        "nothing": "Claim and facts are right. The claim says something is missing and the record shows meetings. Are these the same thing?",
    }.get(differs, "Claim and facts are right. Say what differs in one word: definition, date, number or scope.")
