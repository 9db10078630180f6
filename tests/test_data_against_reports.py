"""The data against the report texts, wherever these are at hand."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from types import ModuleType

import pytest
from conftest import ROOT

import usjapan

pytestmark = pytest.mark.reports

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build", ROOT / "datasets" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def texts(build, reports_folder) -> dict[str, str]:
    """Normalised text of each body paragraph, by paragraph_id."""
    found = {}
    for report_id in usjapan.load("reports")["report_id"]:
        body = build.body_paragraphs((reports_folder / f"{report_id}.txt").read_text(encoding="utf-8"))
        found |= {f"{report_id}-p{n:02d}": build.normalise(text) for n, (_, text) in enumerate(body, 1)}
    return found


def test_the_computed_tables_are_what_the_texts_give(reports_folder):
    command = [sys.executable, "datasets/build.py", str(reports_folder), "--check"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_every_figure_stands_in_the_paragraph_that_it_names(texts):
    missing = [
        (q.quantity_id, q.figure) for q in usjapan.load("quantities").itertuples() if q.figure not in texts[q.paragraph_id]
    ]
    assert not missing


def test_every_number_of_the_reports_is_a_quantity_a_date_or_part_of_a_name(texts):
    """A digit that is none of these was overlooked."""
    names = r"Trump 1\.0|G7|F-\d+|2\+2"
    dates = rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:,? \d{{4}})?|\b(?:19|20)\d\d\b"
    quantities = usjapan.load("quantities")
    overlooked = []
    for paragraph_id, text in texts.items():
        rest = re.sub(f"{names}|{dates}", " ", text)
        for figure in quantities.loc[quantities["paragraph_id"] == paragraph_id, "figure"]:
            rest = rest.replace(figure, " ", 1)
        overlooked += [(paragraph_id, number) for number in re.findall(r"\d+", rest)]
    assert not overlooked


def test_every_number_word_of_the_reports_is_a_quantity_or_points_at_what_the_reader_knows(texts):
    """CODEBOOK.md, section 11: ordinals, names, dates and counting words such as "the two countries" are no quantities."""
    words = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|half|doubl\w+|tripl\w+|quadrupl\w+|twice)\b"
    known = r"the (?:\w+ )?(?:two|three) \w+|Group of Seven|four years ago|^two countries"
    quantities = usjapan.load("quantities")
    overlooked = []
    for paragraph_id, text in texts.items():
        rest = re.sub(known, " ", text, flags=re.IGNORECASE)
        for figure in quantities.loc[quantities["paragraph_id"] == paragraph_id, "figure"]:
            rest = rest.replace(figure, " ", 1)
        overlooked += [(paragraph_id, word) for word in re.findall(words, rest, re.IGNORECASE)]
    assert not overlooked


def test_every_event_date_stands_in_the_paragraph_that_it_names(texts):
    mentions = usjapan.load("event_mentions")
    wrong = []
    for event in usjapan.load("events").itertuples():
        own = mentions[mentions["event_id"] == event.event_id]
        assert event.paragraph_id in set(own["paragraph_id"]), f"{event.event_id}: its paragraph does not mention it"
        for mention in own.dropna(subset=["date_text"]).itertuples():
            if mention.date_text not in texts[mention.paragraph_id]:
                wrong.append((event.event_id, mention.date_text, mention.paragraph_id))
        dated = own[own["paragraph_id"] == event.paragraph_id]["date_text"].dropna()
        if event.date_basis == "stated":
            assert not dated.empty, f"{event.event_id} is called stated, but no date is quoted"
        # What is quoted must be the date that is coded, as far as it goes.
        for quoted in dated:
            year = re.search(r"\b(19|20)\d\d\b", quoted)
            month = next((n for n, name in enumerate(MONTHS, 1) if name in quoted), None)
            day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?! ?\d{3})", re.sub(r"\b(19|20)\d\d\b", "", quoted))
            if year and not event.date_from.year <= int(year[0]) <= event.date_to.year:
                wrong.append((event.event_id, quoted, "year"))
            if month and event.date_precision in {"day", "month"} and event.date_from.month != month:
                wrong.append((event.event_id, quoted, "month"))
            if day and event.date_precision == "day" and event.date_from.day != int(day[1]):
                wrong.append((event.event_id, quoted, "day"))
    assert not wrong


def test_no_run_of_nine_words_of_a_report_stands_in_the_tree(build, reports_folder):
    """Also in notebooks, answers and documentation; titles of the works may be cited."""
    length = 9

    def runs(words: list[str]) -> set[tuple[str, ...]]:
        return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}

    copied = set()
    for path in reports_folder.glob("*.txt"):
        # Addresses in footnotes are citations; ours may cite the same newspaper.
        copied |= runs(build.tokens(re.sub(r"https?://\S+", " ", path.read_text(encoding="utf-8"))))
    reports, actors = usjapan.load("reports"), usjapan.load("actors")
    for title in [*reports["title"], *reports["presents"].dropna(), *actors["name"], *actors["office"].dropna()]:
        copied -= runs(build.tokens(title))
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    kinds = {".py", ".md", ".csv", ".json", ".ipynb", ".toml", ".cff", ".txt", ".html"}
    found = []
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in kinds and path.is_file() and "requirements" not in path.parts:
            text = path.read_text(encoding="utf-8").replace("\\n", " ").replace('"', " ")
            found += [(name, " ".join(run)) for run in runs(build.tokens(text)) & copied]
    assert not found
