"""Keyness: which terms set one report apart from the others.

The measure is the weighted log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and Quinn ("Fightin'
Words", Political Analysis 16, 2008, 372-403). The prior stands for words read before: their mix is that of all reports
together, their number is the `strength`. A rare term needs much to move it, a frequent one little; with a prior near
zero, the odds of a term that one side lacks run off without end.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from usjapan.resampling import ENDS, SEED, TIMES, draws
from usjapan.tables import load

# A tenth of the words of the five reports, in round figures.
STRENGTH = 500.0

# Left out of the lists, but not of a text's length: articles, pronouns, prepositions, conjunctions, auxiliaries and
# adverbs of degree, which show how somebody writes, not what about. `may`, `could`, `will`, `should` and `not` are kept:
# they carry the certainty of a claim, which is a subject of the course. Numbers of one or two digits are left out too.
FUNCTION_WORDS = frozenset(
    [
        "a",
        "about",
        "above",
        "after",
        "again",
        "against",
        "all",
        "also",
        "although",
        "among",
        "an",
        "and",
        "another",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "being",
        "below",
        "between",
        "beyond",
        "both",
        "but",
        "by",
        "can",
        "did",
        "do",
        "does",
        "doing",
        "down",
        "during",
        "each",
        "either",
        "especially",
        "even",
        "ever",
        "few",
        "for",
        "from",
        "further",
        "furthermore",
        "had",
        "has",
        "have",
        "having",
        "he",
        "her",
        "here",
        "him",
        "his",
        "how",
        "however",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "itself",
        "just",
        "less",
        "many",
        "more",
        "most",
        "much",
        "must",
        "namely",
        "nor",
        "of",
        "off",
        "on",
        "once",
        "one",
        "only",
        "onto",
        "or",
        "other",
        "others",
        "our",
        "out",
        "over",
        "own",
        "rather",
        "same",
        "several",
        "she",
        "since",
        "so",
        "some",
        "still",
        "such",
        "than",
        "that",
        "the",
        "their",
        "theirs",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "though",
        "three",
        "through",
        "thus",
        "to",
        "too",
        "toward",
        "towards",
        "two",
        "under",
        "until",
        "up",
        "upon",
        "very",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "whereas",
        "whether",
        "which",
        "while",
        "who",
        "whom",
        "whose",
        "why",
        "with",
        "within",
        "without",
        "would",
        "yet",
        "you",
        "your",
        "s",
    ]
)


def weighted_log_odds(first: pd.Series[Any], second: pd.Series[Any], prior: pd.Series[Any]) -> pd.DataFrame:
    """Weighted log-odds of each term in a first text against a second, with its standard error and z score.

    All three Series are counts by term; `prior` holds the counts that are taken as read before, all above 0. A term that a
    Series lacks counts 0 there. Give all terms of both texts: their sums are the lengths. Columns: `log_odds` (natural
    logarithm; above 0 the term is likelier in the first), `error`, `z`. Raises `ValueError` for a term without a prior.
    """
    terms = prior.index
    unknown = [str(term) for term in first.index.union(second.index).difference(terms)]
    if unknown or not (prior > 0).all():
        named = ", ".join(unknown[:5]) or ", ".join(str(term) for term in prior[~(prior > 0)].index[:5])
        raise ValueError(f"No prior above 0 for: {named}. Give every term of both texts a prior count.")
    y1, y2 = first.reindex(terms, fill_value=0).to_numpy(float), second.reindex(terms, fill_value=0).to_numpy(float)
    alpha = prior.to_numpy(float)
    log_odds = _log_odds(y1, y1.sum(), alpha) - _log_odds(y2, y2.sum(), alpha)
    error = np.sqrt(1 / (y1 + alpha) + 1 / (y2 + alpha))
    return pd.DataFrame({"log_odds": log_odds, "error": error, "z": log_odds / error}, index=terms)


def _log_odds(counts: Any, length: Any, alpha: Any, total: float | None = None) -> Any:
    held = counts + alpha
    whole = length + (float(alpha.sum()) if total is None else total)
    return np.log(held / (whole - held))


class Terms:
    """Counts of the terms in each paragraph, loaded once, to score one report after another against the rest."""

    def __init__(self) -> None:
        terms = load("terms")
        self.paragraphs = load("paragraphs").set_index("paragraph_id")["report_id"]
        counts = terms.pivot_table(index="paragraph_id", columns="term", values="count", aggfunc="sum", fill_value=0)
        self.counts = counts.reindex(self.paragraphs.index, fill_value=0)
        self.drawn = draws(self.paragraphs)
        # A move of a widget asks for the same scores for the chart, its alt text and its words.
        self._scored: dict[tuple[str, float, int], pd.DataFrame] = {}

    def key_terms(self, report_id: str, strength: float = STRENGTH, least: int = 3) -> pd.DataFrame:
        """See `usjapan.key_terms`."""
        asked = (report_id, strength, least)
        if asked not in self._scored:
            self._scored[asked] = self._score(*asked)
        return self._scored[asked].copy()

    def _score(self, report_id: str, strength: float, least: int) -> pd.DataFrame:
        reports = list(dict.fromkeys(self.paragraphs))
        if report_id not in reports:
            raise ValueError(f"There is no report {report_id!r}. The reports are: {', '.join(reports)}.")
        if not strength > 0:
            raise ValueError(f"The strength of the prior is {strength}. Give a number of words above 0.")
        own = (self.paragraphs == report_id).to_numpy()
        first, second = self.counts[own].sum(), self.counts[~own].sum()
        both = first + second
        prior = both / both.sum() * strength
        scored = weighted_log_odds(first, second, prior)
        scored.insert(0, "count", first)
        scored.insert(1, "others", second)
        scored.insert(2, "paragraphs", (self.counts[own] > 0).sum())
        scored.insert(3, "per_1000", first / first.sum() * 1000)
        scored.insert(4, "others_per_1000", second / second.sum() * 1000)
        listed = [term for term in scored.index if _is_listed(str(term)) and both[term] >= least]
        scored = scored.loc[listed]
        low, high = self._interval(own, listed, prior[listed].to_numpy(float), strength)
        return scored.assign(low=low, high=high).sort_values("z", ascending=False, kind="stable")

    def _interval(self, own: Any, listed: list[Any], alpha: Any, strength: float) -> tuple[Any, Any]:
        matrix = self.counts[listed].to_numpy(float)
        lengths = self.counts.to_numpy(float).sum(axis=1)
        sides = []
        for chosen in (own, ~own):
            drawn = self.drawn[:, chosen]
            sides.append(_log_odds(drawn @ matrix[chosen], (drawn @ lengths[chosen])[:, None], alpha, strength))
        low, high = np.quantile(sides[0] - sides[1], ENDS, axis=0)
        return low, high


def key_terms(report_id: str, strength: float = STRENGTH, least: int = 3) -> pd.DataFrame:
    """Terms of one report scored against the other four, the most telling for the report first.

    `strength` is the size of the prior in words, `least` the smallest count in all reports together. Function words and
    short numbers are not listed, but count in the lengths. Index: `term`. Columns: `count` and `others` (times in the
    report and in the rest), `paragraphs` (of the report that hold it), `per_1000`, `others_per_1000` (words), `log_odds`,
    `error`, `z`, and `low`, `high`: the middle 95 of 100 log-odds when paragraphs are drawn anew. A text in which a term
    never stands is never drawn with it: where a count is 0, the interval is too narrow.
    Raises `ValueError` for an unknown report or a strength that is not above 0.
    """
    return Terms().key_terms(report_id, strength, least)


def _is_listed(term: str) -> bool:
    return term not in FUNCTION_WORDS and not (term.isdigit() and len(term) < 3)


__all__ = ["FUNCTION_WORDS", "SEED", "STRENGTH", "TIMES", "Terms", "key_terms", "weighted_log_odds"]
