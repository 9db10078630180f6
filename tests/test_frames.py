"""Tables in a notebook: readable, scrollable by keyboard, and true to what pandas writes."""

from __future__ import annotations

import re

import pandas as pd
import pytest

import usjapan
from usjapan.charts.frames import table_html


def cells(html: str) -> list[str]:
    return re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", html.replace("<wbr>", ""))


@pytest.mark.parametrize(
    "frame",
    [
        usjapan.load("claims").head(3),
        usjapan.describe("claims", "kind"),
        usjapan.load("context").head(90),
        pd.crosstab(usjapan.load("claims")["theme"], usjapan.load("claims")["effect"]),
        usjapan.load("claims").groupby(["theme", "kind"], observed=True).size().to_frame("number"),
        pd.DataFrame({"<b>": ["<i>a_b</i>", "_", ""]}),
        pd.DataFrame(),
    ],
)
def test_a_table_holds_what_pandas_writes(frame):
    assert cells(table_html(frame)) == cells(frame._repr_html_())


def test_numbers_stand_right_below_their_name_and_words_left():
    html = table_html(pd.DataFrame({"name": ["a"], "value": [1.5], "sure": [True]}))
    assert '<th class="number">value</th>' in html and '<td class="number">1.5</td>' in html
    assert "<td>a</td>" in html and "<td>True</td>" in html


def test_no_heading_is_empty_and_long_names_may_break():
    html = table_html(usjapan.load("context")[["definition_or_scope"]].head(1))
    assert "<th></th>" not in html
    assert "definition_<wbr>or_<wbr>scope" in html


def test_a_cell_of_a_row_that_spans_rows_keeps_its_column():
    frame = pd.DataFrame({"n": [1, 2]}, index=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")]))
    assert table_html(frame).count('<td class="number">') == 2


def test_a_date_keeps_to_one_line():
    html = table_html(pd.DataFrame({"day": pd.to_datetime(["2019-07-01"]), "words": ["on 2019-07-01"]}))
    assert '<td class="date">2019-07-01</td>' in html and "<td>on 2019-07-01</td>" in html
