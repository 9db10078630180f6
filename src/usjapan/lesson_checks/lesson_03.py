"""Checks of lesson 03, in the order in which the lesson asks."""

from __future__ import annotations

from typing import Any

import pandas as pd

from usjapan.charts import chosen_ties, degree, edge_list, named_ties
from usjapan.lesson_checks.shapes import letter, named_numbers, names, number, word
from usjapan.selfcheck import exercise
from usjapan.tables import load

REPORT = "transition2024"
SYDNEY = "transition2024-p08-c4"
UMBRELLA = "transition2024-p03-t2"
# The deal whose year the record contradicts: its claim, its tie and the fact that bears on it.
DEAL, DEAL_TIE, FACT = "transition2024-p12-c3", "transition2024-p12-t2", "SC02"


def _ties() -> pd.DataFrame:
    ties = load("ties")
    return ties[ties["report_id"] == REPORT]


def _partners(edges: pd.DataFrame, actor: str) -> set[str]:
    return set(edges.loc[edges["source"] == actor, "target"]) | set(edges.loc[edges["target"] == actor, "source"])


@exercise("03-predict")
def predict(answer: Any) -> str | None:
    """Rows of one claim after the table of its actors is merged with itself."""
    actors = load("claim_actors")
    n = int((actors["claim_id"] == SYDNEY).sum())
    given = number(answer)
    if given == n * n:
        return None
    if given is None:
        return "Predict a number of rows, in digits."
    return {
        2
        * n: "This adds the two tables. A merge does not put rows below each other: each row on the left finds matches on the right.",
        n * (n - 1): "Nearly: a row finds every row of the same claim, its own included.",
        n
        * (n - 1)
        // 2: "This is the number of pairs. Before any filter each pair stands there twice, and each actor beside itself.",
        n**3: "There are two tables in this merge, not three.",
        n: "This is the number of rows before. Each of them finds more than one match.",
        n + 1: "Take the first row and count its matches; then the second; then the third. Add them up.",
    }.get(
        int(given),
        "Write the three actors down the left of a sheet and again across its top: each field is a row of the result.",
    )


@exercise("03-count")
def count(answer: Any) -> str | None:
    """Strengthening claims of the report, each once, from a table in which claims stand once an actor."""
    claims = load("claims")
    claims = claims[claims["report_id"] == REPORT]
    merged = claims.merge(load("claim_actors"), on="claim_id")
    rows = merged[merged["effect"] == "strengthens"]
    right = rows["claim_id"].nunique()
    given = number(answer)
    if isinstance(answer, pd.DataFrame):
        if "claim_id" in answer.columns and answer["claim_id"].is_unique and set(answer["claim_id"]) == set(rows["claim_id"]):
            return None
        return "This is a table. Count the different values of its column claim_id."
    if isinstance(answer, (pd.Series, list, tuple, set)) and not isinstance(answer, str) and len(answer) != 1:
        return "These are several values. The answer is one number: how many different claims there are."
    if given == right:
        return None
    if given is None:
        if callable(answer):
            return "The counting has not started: nunique needs round brackets after it."
        return "The check looks for a number of claims."
    known = {
        len(rows): "This is the number that the bug gives. It counts rows, and a claim has a row for each of its actors.",
        merged[
            "claim_id"
        ].nunique(): "These are all claims of the report. Keep those that strengthen the alliance before you count.",
        len(merged): "These are all rows of the merged table. Filter, then count different claims.",
        rows["actor_id"].nunique(): "This counts different actors. Which column says which claim a row belongs to?",
        rows["paragraph_id"].nunique(): "This counts paragraphs. Which column says which claim a row belongs to?",
        int(
            (load("claims")["effect"] == "strengthens").sum()
        ): "This is the number in all five reports. Start from merged, which holds one.",
        int((claims["effect"] == "strains").sum()): "This is the number of claims that strain the alliance.",
    }
    return known.get(
        int(given), 'Filter the merged table by its effect, take the column "claim_id" and count its different values.'
    )


@exercise("03-degree")
def degrees(answer: Any) -> str | None:
    """Number of partners of every actor of the report."""
    ties = _ties()
    edges = edge_list(ties)
    right = {str(actor): float(n) for actor, n in degree(edges).items()}
    given = named_numbers(answer)
    if given == right:
        return None
    if given is None:
        if isinstance(answer, pd.Series):
            return "This is one long column of ids. Count its values: add .value_counts() at the end."
        if isinstance(answer, str):
            return "This is text in quotes. The line has to run: take the # away and fill in the blanks."
        if callable(answer):
            return "The counting has not started: value_counts needs round brackets after it."
        return "The check looks for one number for each actor, with the actors' ids beside them."
    by_name = dict(zip(load("actors")["name"].map(word), load("actors")["actor_id"], strict=True))
    if {by_name.get(name, name): value for name, value in given.items()} == right:
        return None
    every = pd.concat([ties["source_actor_id"], ties["target_actor_id"]]).value_counts()
    if given == {str(actor): float(n) for actor, n in every.items()}:
        return "This counts ties, not partners: a pair with three ties counts three times. Start from edges, where each pair stands once."
    ends = ties[["source_actor_id", "target_actor_id"]]
    pairs = pd.DataFrame({"source": ends.min(axis=1), "target": ends.max(axis=1)}).drop_duplicates()
    for column in ("source", "target"):
        if given == {str(actor): float(n) for actor, n in pairs[column].value_counts().items()}:
            return f"This counts one end only, the column {column!r}. An actor may stand at either end of a pair."
        if given == {str(actor): 2.0 * n for actor, n in pairs[column].value_counts().items()}:
            return f"The same column twice: put {column!r} and the other end below each other."
    if given == {str(actor): float(n) for actor, n in degree(edge_list(load("ties"))).items()}:
        return "These are the partners in all five reports. Start from the edges of this one."
    if set(given) < set(right) and all(given[name] == right[name] for name in given):
        return "These numbers are right, but some actors are missing: give the whole count, without .head()."
    if set(given) == set(right):
        return "The actors are right, the numbers are not: each pair must count once, at both of its ends."
    return "Some of these names are none of the report's actors, or some are missing: count both columns of edges."


@exercise("03-beside")
def beside(answer: Any) -> str | None:
    """Japan's partners that have no tie with the United States in the report."""
    edges = edge_list(_ties())
    japan, america = _partners(edges, "japan"), _partners(edges, "united_states")
    right = japan - america - {"united_states"}
    if callable(answer):
        return "This is the function itself: call it with an actor's id in quotes."
    if number(answer) is not None:
        if number(answer) == len(right):
            return "The number is right. Give the set itself, so that one can see who they are."
        return "The check looks for a set of actors, not for a number."
    listed = names(answer)
    if listed is None:
        return "The check looks for a set of actors' ids."
    if not listed:
        return "The set is empty: did you take Japan's partners away from those of the United States? The order of a minus matters."
    actors = load("actors")
    by_name = dict(zip(actors["name"].map(word), actors["actor_id"], strict=True))
    given = {by_name.get(name, name) for name in listed}
    if given == right:
        return None
    wide = edge_list(load("ties"))
    for wrong, text in [
        (right | {"united_states"}, "Nearly: the United States itself is still among them."),
        (japan, "These are all of Japan's partners. Take those of the United States away with a minus."),
        (japan - {"united_states"}, "These are Japan's partners without the United States itself. Take its partners away as well."),
        (america, "These are the partners of the United States."),
        (japan & america, "These are the partners of both: & keeps what is shared. Which sign takes away?"),
        (america - japan, "This is the other way round: what the United States has and Japan has not."),
        (america - japan - {"japan"}, "This is the other way round: what the United States has and Japan has not."),
        (japan | america, "These are the partners of either. Which sign takes one set away from the other?"),
        (_partners(wide, "japan") - _partners(wide, "united_states") - {"united_states"}, "This is the answer for all five reports. The exercise asks for this one."),
    ]:  # fmt: skip
        if given == wrong:
            return text
    if given < right:
        return "Each of these is right, but some are missing: give the whole set. Groupings and a navy are actors too."
    if not given & set(actors["actor_id"]):
        return "The check looks for ids of actors, such as south_korea."
    return "Some of these have a stated tie with the United States in this report, or none with Japan: compare the two printed lists."


@exercise("03-explorer")
def explorer(answer: Any) -> str | None:
    """Pairs with an arms transfer in any report of which none is in force."""
    named = named_ties()
    edges = edge_list(chosen_ties(kinds=["arms_transfer"], ties=named))
    right = int((~edges["in_force"]).sum())
    given = number(answer)
    if given is None and isinstance(answer, (list, tuple, set, pd.DataFrame)):
        given = float(len(answer))
    if given == right:
        return None
    if given is None:
        return "The check looks for a number of lines."
    early = edge_list(chosen_ties(kinds=["arms_transfer"], until=2023, ties=named))
    known = {
        int((~early["in_force"]).sum()): "This is the number until 2023. Move Until to the last year.",
        len(edges): "This is the number of all lines. Count those that are dashed.",
        int(
            (~edge_list(named)["in_force"]).sum()
        ): "This is the number of dashed lines of all kinds. Set Kind to arms transfer.",
        0: "There is at least one. A dashed line is broken into short strokes; the summary below says “not in force”.",
    }
    # Of two readings that give one number, the first is the likelier; the solid lines come last.
    known.setdefault(int(edges["in_force"].sum()), "This is the number of solid lines: those pairs do have a tie in force.")
    return known.get(
        int(given), "Set Report to all reports, Kind to arms transfer, Until to the last year, and count the dashed lines."
    )


@exercise("03-choice")
def choice(answer: Any) -> str | None:
    """What a larger degree in one report's network lets a reader conclude."""
    return {
        "a": "This takes the number of partners for power. A degree counts who is tied to whom in a text; it says nothing of who moves whom.",
        "b": "This takes silence for absence: the text states few of them. No tie in the table is no proof of no tie.",
        "c": None,
        "d": "This takes every tie for an alliance. A talk, a shortlist or a membership is a tie too: look at the column kind.",
    }.get(letter(answer), "Answer with one letter: A, B, C or D.")


@exercise("03-recode")
def recode(answer: Any) -> str | None:
    """Kind of the tie that a nuclear umbrella makes, compared with the published code."""
    ties = load("ties").set_index("tie_id")
    published = str(ties.loc[UMBRELLA, "kind"])
    given = word(answer).replace("defense", "defence")
    if given == published:
        return None
    if given in ties["status"].cat.categories:
        return "This is a status: how far the relation has come. The question is about its kind."
    if given not in ties["kind"].cat.categories:
        return 'This is not one of the kinds: usjapan.describe("ties", "kind") lists them, spelt as the table spells them.'
    return {
        "treaty": "You part from the published code. You may know of a treaty. Does this paragraph name one, or describe a binding agreement? "
        "A tie is what the report states.",
        "trilateral": "You part from the published code. Two states shelter under the umbrella of a third, but no format or pact of the three is told.",
        "alignment": "You part from the published code, and it would fit, but an earlier kind in the order fits as well. Stop at the first.",
        "aid": "You part from the published code. Protection helps, but aid is money or material.",
        "dialogue": "You part from the published code. Does the summary speak of talks?",
        "arms_transfer": "You part from the published code. The weapons stay in the hands of the one who holds the umbrella.",
        "membership": "You part from the published code. Which grouping would South Korea belong to, in this paragraph?",
    }.get(
        given,
        "You part from the published code. Go through the order of kinds and stop at the first that fits what the summary says.",
    )


@exercise("03-record")
def record(answer: Any) -> str | None:
    """The deal whose year the record contradicts: claim, fact, year, and the pairs that are left before that year."""
    parts = ("claim", "fact", "year", "pairs")
    if isinstance(answer, pd.Series):
        answer = answer.to_dict()
    if isinstance(answer, (list, tuple)) and len(answer) == len(parts):
        answer = dict(zip(parts, answer, strict=True))
    if not isinstance(answer, dict) or {word(name) for name in answer} != set(parts):
        return "The answer has four parts: claim, fact, year and pairs. Keep the curly brackets and the names."
    if ... in answer.values():
        blanks = [str(name) for name, value in answer.items() if value is ...]
        start = "Not tried yet" if len(blanks) == len(answer) else "Not finished"
        return f"{start}: replace the ... of {', '.join(blanks)}."
    given = {word(name): value for name, value in answer.items()}
    claim, fact = word(given["claim"]), word(given["fact"]).upper()
    if claim != DEAL:
        if claim in {"transition2024-p12", DEAL_TIE}:
            return "The place is right. Name the claim: the id ends in -c and a number."
        if claim == "transition2024-p12-c2":
            return "The record differs on this deal as well, but it leaves the year of delivery open. Which deal has another year of signing?"
        if claim == "transition2024-p12-c4":
            return "This claim gives no year, and later events moved on from it. Which deal does the claim date to a year that the record changes?"
        if claim not in set(load("claims")["claim_id"]):
            return "There is no claim with this id: copy it from the first table."
        return "This claim names no deal with a year. Look at the three deals of the twelfth paragraph."
    facts = load("context").set_index("fact_id")
    if fact != FACT:
        if fact not in facts.index:
            return "The claim is right. There is no fact with this id: copy it from the column fact_id."
        return "The claim is right. This fact is about something else: search the statements for the partner's name."
    year, pairs = number(given["year"]), number(given["pairs"])
    signed = facts.loc[FACT, "date_from"]
    ties = _ties()
    said = int(ties.loc[ties["tie_id"] == DEAL_TIE, "year"].iloc[0])
    if year is None and pd.notna(pd.to_datetime(str(given["year"]), errors="coerce")):
        year = float(pd.to_datetime(str(given["year"])).year)
    if year != float(getattr(signed, "year", 0)):
        if year == said:
            return "Claim and fact are right. This is the year in the report. Which one does date_from of the fact give?"
        return "Claim and fact are right. The year is the one in the column date_from of the fact."
    before = ties[ties["year"] <= said]
    right = len(edge_list(before[before["tie_id"] != DEAL_TIE]))
    if pairs == right:
        return None
    if pairs == len(edge_list(before)):
        return "Claim, fact and year are right. This is the number of pairs as the report dates them. One of them now belongs to a later year."
    if pairs == len(edge_list(ties)) or pairs == len(edge_list(ties)) - 1:
        return f"Claim, fact and year are right. Count the pairs until {said} only."
    if pairs is None:
        return "Claim, fact and year are right. For pairs the check looks for a number."
    return f"Claim, fact and year are right. Count the rows of the edge list until {said}, and leave out the pair that the record moves."
