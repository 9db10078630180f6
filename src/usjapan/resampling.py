"""Resampling of paragraphs: how far would a count move, had other paragraphs of the same make been written?

A report is drawn again from its own paragraphs, with replacement and as many as it has. Paragraphs are drawn, not claims
or words: an author decides on a paragraph, and what stands in one paragraph hangs together. The spread says how much a
count hangs on single paragraphs. It says nothing about genre, selection or errors of coding.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

TIMES = 2000
SEED = 2026
# The middle 95 of 100 resamples.
ENDS = (0.025, 0.975)


def draws(paragraphs: pd.Series[Any], times: int = TIMES, seed: int = SEED) -> npt.NDArray[np.float64]:
    """How often each paragraph is drawn, one row per resample; the paragraphs of each report are drawn among themselves.

    `paragraphs` holds the report of each paragraph (one entry a paragraph). The same seed gives the same draws.
    """
    generator = np.random.default_rng(seed)
    drawn = np.zeros((times, len(paragraphs)))
    reports = paragraphs.to_numpy()
    for report in pd.unique(paragraphs):
        own = np.flatnonzero(reports == report)
        drawn[:, own] = generator.multinomial(len(own), np.full(len(own), 1 / len(own)), size=times)
    return drawn
