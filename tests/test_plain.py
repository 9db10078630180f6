"""Answers as plain data: what crosses comes through intact, and what does not gets a sentence."""

from __future__ import annotations

import datetime
import enum
import itertools
import json
import re
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from zoneinfo import ZoneInfo

import altair as alt
import numpy as np
import pandas as pd
import pytest

import usjapan
from nbproctor.plain import MAX_DEPTH, Decoder, Encoder, NotPlain


def crossed(value):
    """The value as it arrives on the other side, through JSON as on the wire."""
    functions: list = []
    tree = json.loads(json.dumps(Encoder(functions).encode(value)))
    return Decoder(lambda handle, name, about: functions[handle]).decode(tree)


def refusal(value) -> str:
    with pytest.raises(NotPlain) as caught:
        Encoder([]).encode(value)
    return str(caught.value)


@pytest.mark.parametrize(
    "value",
    [
        None, True, False, 0, -5, 2**200, 1.5, -0.0, float("inf"), "", "text", "日本 🗾", "nul \0", 3 + 4j, b"", b"\0\xff",
        [], [1, [2, [3]]], (), (1, "a"), {}, {"a": [1]}, {1: 2, (1, 2): 3, None: 4}, {1, 2}, frozenset({1}), range(3, 9, 2),
        Decimal("1.10"), Fraction(1, 3), slice(1, None, 2), bytearray(b"a"), ..., SimpleNamespace(a=[1]), Path("a/b.csv"), re.compile("a|b", re.IGNORECASE), re.compile(b"x"),
        Counter("aab"), OrderedDict(b=1, a=2), defaultdict(list, a=[1]), defaultdict(None, a=1), deque([1, "a"]), deque([1], maxlen=3),
        ZoneInfo("Asia/Tokyo"), datetime.datetime(2024, 4, 10, 9, tzinfo=ZoneInfo("Asia/Tokyo")), int, [str, bool],
        datetime.date(2024, 4, 10), datetime.datetime(2024, 4, 10, 9, 30, 1, 5), datetime.time(9, 30), datetime.time(9, tzinfo=ZoneInfo("Asia/Tokyo")), datetime.time(9, tzinfo=datetime.UTC), datetime.timedelta(-1, 5),
        datetime.datetime(2024, 4, 10, tzinfo=datetime.UTC),
        ["list", [1, 2]], ["function", 0, "x"], {"value": ["frame", []]},
    ],
    ids=repr,
)  # fmt: skip
def test_plain_values_come_through(value):
    arrived = crossed(value)
    assert arrived == value
    assert type(arrived) is type(value)
    assert repr(arrived) == repr(value)


@pytest.mark.parametrize("value", [{"a": 1, (2,): [3]}, {}, OrderedDict(a=1)], ids=repr)
def test_views_of_a_dictionary_come_through(value):
    assert crossed(value.keys()) == value.keys() and list(crossed(value.values())) == list(value.values())
    assert list(crossed(value.items())) == list(value.items())
    assert type(crossed(value.items())) is type({}.items())


@pytest.mark.parametrize("kind", [UserDict, MappingProxyType, ChainMap])
def test_a_dictionary_by_another_name_arrives_as_one(kind):
    assert crossed(kind({"a": 1, 2: [3]})) == {"a": 1, 2: [3]}


def test_a_number_of_thousands_of_digits_comes_through():
    assert crossed(-(7**20_000)) == -(7**20_000)


def test_not_a_number_comes_through():
    assert crossed(float("nan")) != crossed(float("nan"))


@pytest.mark.parametrize(
    "value",
    [
        np.array([[1, 2], [3, 4]], dtype="int8"), np.array(1.5), np.array([], dtype=float), np.array(["a", "日本"]),
        np.array([True, False]), np.array(["2024-01-01"], dtype="datetime64[D]"), np.array([1, 2]).reshape(2, 1)[::-1],
        np.array([1, "a", None], dtype=object), np.array([(1, "a")], dtype=[("n", "i4"), ("s", "U1")]),
    ],
    ids=repr,
)  # fmt: skip
def test_arrays_come_through(value):
    arrived = crossed(value)
    assert arrived.dtype == value.dtype and arrived.shape == value.shape
    assert (arrived == value).all()


def test_arrays_with_masks_and_dtypes_come_through():
    arrived = crossed(np.ma.MaskedArray([1, 2, 3], mask=[False, True, False]))
    assert arrived.sum() == 4 and arrived.mask.tolist() == [False, True, False]
    types = [
        np.dtype("int8"),
        np.dtype("O"),
        pd.Int64Dtype(),
        pd.CategoricalDtype(["b", "a"], ordered=True),
        pd.DatetimeTZDtype(tz="Asia/Tokyo"),
    ]
    assert crossed(types) == types


@pytest.mark.parametrize("value", [np.int64(5), np.float64(0.1), np.float32(1.5), np.bool_(True), np.str_("a")], ids=repr)
def test_numpy_scalars_come_through(value):
    assert crossed(value) == value and type(crossed(value)) is type(value)


SERIES = {
    "integers": pd.Series([1, 2, 3], index=["a", "b", "c"], name="n"),
    "text": pd.Series(["a", None, "日本"], dtype="str"),
    "gaps": pd.Series([1, None, 3], dtype="Int64"),
    "booleans with gaps": pd.Series([True, None], dtype="boolean"),
    "ordered categories": pd.Series(pd.Categorical(["b", None, "a"], ["c", "b", "a"], ordered=True)),
    "interval categories": pd.cut(pd.Series([1, 5, 9]), [0, 3, 6, 10]),
    "days": pd.to_datetime(pd.Series(["2024-04-10", None])),
    "every first of a month": pd.Series([1, 2], pd.date_range("2024-01-01", periods=2, freq="MS")),
    "days with a zone": pd.Series(pd.date_range("2024-01-01", periods=2, tz="Asia/Tokyo")),
    "durations": pd.Series(pd.to_timedelta([1, 2], unit="h")),
    "periods": pd.Series(pd.period_range("2024-01", periods=2, freq="M")),
    "objects": pd.Series([1, "a", [2], None], dtype=object),
    "range": pd.Series([1.5, 2.5]),
    "several levels": pd.DataFrame({"a": ["x", "x", "y"], "b": [1, 2, 1], "c": [1, 2, 3]}).set_index(["a", "b"])["c"],
    "empty": pd.Series([], dtype=float),
    "named with a tuple": pd.Series([1], name=("a", "b")),
}  # fmt: skip


@pytest.mark.parametrize("name", SERIES)
def test_series_come_through(name):
    pd.testing.assert_series_equal(crossed(SERIES[name]), SERIES[name])


FRAMES = {
    "plain": pd.DataFrame({"a": [1, 2], "b": ["x", None]}),
    "empty": pd.DataFrame(),
    "rows without columns": pd.DataFrame(index=[1, 2]),
    "columns without rows": pd.DataFrame({"a": pd.Series([], dtype="int64"), "b": pd.Series([], dtype="str")}),
    "doubled columns": pd.DataFrame([[1, 2]], columns=["a", "a"]),
    "levels of columns": pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "x"), ("a", "y")], names=["p", "q"])),
    "index of days": pd.DataFrame({"a": [1, 2]}, index=pd.DatetimeIndex(["2024-01-01", "2024-02-01"], name="day")),
    "index of categories": pd.DataFrame({"a": [1, 2]}, index=pd.CategoricalIndex(["x", "y"], ["y", "x"], ordered=True)),
    "numbers as columns": pd.DataFrame([[1, 2]], columns=[2024, 2025]),
}


@pytest.mark.parametrize("name", FRAMES)
def test_frames_come_through(name):
    pd.testing.assert_frame_equal(crossed(FRAMES[name]), FRAMES[name])


@pytest.mark.parametrize("name", ["claims", "events", "quantities", "reports", "ties", "context"])
def test_the_courses_tables_come_through(name):
    pd.testing.assert_frame_equal(crossed(usjapan.load(name)), usjapan.load(name))


@pytest.mark.parametrize(
    "value",
    [
        pd.Timestamp("2024-04-10 09:30"), pd.Timestamp("2024-04-10", tz="Asia/Tokyo"), pd.Timedelta("1h"),
        pd.Period("2024-04", "M"), pd.Interval(0, 1, closed="left"), pd.NaT, pd.NA,
    ],
    ids=repr,
)  # fmt: skip
def test_pandas_scalars_come_through(value):
    arrived = crossed(value)
    assert arrived is value or arrived == value
    assert type(arrived) is type(value)


def test_a_moment_in_a_zone_stays_the_same_moment():
    moment = datetime.datetime(2024, 4, 10, 9, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert crossed(moment) == moment
    assert crossed(moment).utcoffset() == moment.utcoffset()


def test_a_chart_crosses_as_its_specification():
    chart = alt.Chart(pd.DataFrame({"a": [1]})).mark_bar().encode(x="a:Q").properties(description="A bar.")
    arrived = crossed(chart)
    assert arrived.to_dict() == chart.to_dict() == dict(arrived)
    arrived.to_dict()["mark"]["type"] = "line"
    assert arrived.to_dict() == chart.to_dict()
    assert arrived["mark"]["type"] == "bar"


def test_a_chart_is_asked_as_altairs_own_is():
    chart = alt.Chart(pd.DataFrame({"a": [1]})).mark_bar().encode(x="a:Q").properties(title="T")
    arrived = crossed(chart)
    assert isinstance(arrived, alt.Chart) and not isinstance(arrived, alt.LayerChart) and arrived.title == "T"
    assert arrived.encoding.x.field == "a" and arrived.height is alt.Undefined
    layers = crossed(chart + chart.mark_line())
    assert isinstance(layers, alt.LayerChart) and len(layers.layer) == 2


def test_a_chart_of_data_that_is_no_json_gets_a_sentence():
    class Chart(alt.Chart):
        def to_dict(self, *_, **__):
            return {"mark": object()}

    assert refusal(Chart()) == "it is a chart of data that is no JSON"


class Level(enum.IntEnum):
    HIGH = 2


def test_a_dictionary_with_a_default_keeps_it():
    counts = crossed(defaultdict(int, a=1))
    assert counts["b"] == 0 and crossed(defaultdict(lambda: 7))["x"] == 7


def test_subclasses_cross_as_what_they_hold():
    point = namedtuple("point", "x y")

    class Lying(float):
        def __sub__(self, other):
            return 0.0

    class Loud(str):
        def __eq__(self, other):
            return True

        __hash__ = str.__hash__

    class Hiding(dict):
        def items(self):
            return {"right": 1}.items()

    assert crossed(point(1, 2)) == (1, 2)
    assert type(crossed(Level.HIGH)) is int and crossed(Level.HIGH) == 2
    assert type(crossed(Lying(1))) is float and crossed(Lying(1)) - 5 == -4
    assert crossed(Loud("a")) != "b"
    assert crossed(Hiding(wrong=2)) == {"wrong": 2}


def test_named_tuples_keep_their_names():
    """Rows of a table, which a student may well hand in as they are."""
    rows = crossed(list(pd.DataFrame({"claim_id": ["a", "b"], "two words": [1, 2]}).itertuples()))
    assert [row.claim_id for row in rows] == ["a", "b"] and rows[0] == (0, "a", 1) and type(rows[0]).__name__ == "Pandas"
    odd = namedtuple("odd", ["class", "x", "x"], rename=True)
    assert crossed(odd(1, 2, 3))._asdict() == {"_0": 1, "x": 2, "_2": 3}


@pytest.mark.parametrize("fields", [["x", "y"], ["x"] * 5000, 7, None], ids=str)
def test_names_that_do_not_fit_a_tuple_are_refused(fields):
    with pytest.raises(NotPlain):
        Decoder(lambda *_: None).decode(["tuple", [[1], "row", fields]])


def test_names_of_a_tuple_run_no_code():
    tree = ["tuple", [[1, 2], "__import__('os')", ["x=print(1)", "lambda: 0"]]]
    value = Decoder(lambda *_: None).decode(tree)
    assert value == (1, 2) and type(value).__name__ == "Row" and value._fields == ("_0", "_1")


def test_functions_cross_as_handles():
    functions: list = []
    tree = Encoder(functions).encode({"f": len, "g": [max]})
    assert functions == [len, max]
    assert Decoder(lambda handle, name, about: (handle, name)).decode(tree) == {"f": (0, "len"), "g": [(1, "max")]}


class Colour(enum.Enum):
    RED = 1


@pytest.mark.parametrize(
    ("value", "part"),
    [
        (object(), "builtins.object"),
        (Colour.RED, "Colour"),
        (Colour, "it is the class Colour"),
        (json, "it is a module"),
        (1 << 1_000_001, "thousands of digits"),
        (pd.DataFrame({"a": [1]}).groupby("a"), "finish it, for example with .size()"),
        (np.zeros(1, dtype=[("a", object)]), "a NumPy array of"),
        ([object()], "builtins.object"),
        ({"a": {"b": object()}}, "builtins.object"),
        (pd.Series([object()]), "builtins.object"),
        (Exception("x"), "Exception"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_cannot_cross_gets_a_sentence(value, part):
    sentence = refusal(value)
    assert part in sentence
    assert sentence.startswith("it ")


@pytest.mark.parametrize(
    "found",
    [re.match("a+", "aab"), re.search(r"(\d+)-(?P<b>\d+)", "on 10-12 of"), re.match("a+?", "aaa"), re.search(b"x", b"yx")],
)
def test_a_match_comes_through(found):
    arrived = crossed(found)
    assert (arrived.span(), arrived.groups(), arrived.groupdict(), arrived.string) == (
        found.span(),
        found.groups(),
        found.groupdict(),
        found.string,
    )


def test_an_iterator_is_taken_no_further_than_it_is_read():
    endless = itertools.count()
    arrived = crossed([endless])[0]
    assert next(arrived) == 0 and list(itertools.islice(arrived, 300)) == list(range(1, 301))
    assert next(endless) <= 100 + 100 + 2 * 10_000


def test_what_is_too_deep_or_too_large_is_refused():
    cyclic: list = []
    cyclic.append(cyclic)
    deep: object = 1
    for _ in range(MAX_DEPTH + 5):
        deep = [deep]
    assert refusal(cyclic) == refusal(deep) == "it is nested too deeply, or contains itself"
    assert refusal([0] * 2_000_001) == "it is too large"
    assert refusal(pd.Series(["a"] * 2_000_001)) == "it is too large"
    around: dict = {}
    around["a"] = (around,)
    assert "contains itself" in refusal(around)


@pytest.mark.parametrize(
    "tree",
    [
        {}, {"a": 1}, [], [1], [[1]], ["nothing", 1], ["list"], ["list", 5], ["dict", [1]], ["dict", [[["list", []], 1]]], ["set", [["list", []]]],
        ["frame", 5], ["frame", [1, 2, 3]], ["series", []], ["array", "no base64"], ["array", "AAAA"], ["function", "x", "y"], ["function"],
        ["decimal", "x"], ["integer", "0x" + "f" * 400_000], ["type", "object"], ["span", ["print", 1, 2, 3]], ["default_dict", [1, []]], ["datetime", "yesterday"], ["fraction", [1, 0]], ["period", ["x", "y"]], ["category", []], ["__class__", []],
        ["pandas_array", ["Sparse[int, __import__('os')]", [1]]], ["range", [1, 2, 0]], ["bytes", 5], ["timestamp", ["x", None]],
        ["chart", 5], ["chart", ["Chart", "no JSON"]], ["chart", ["Chart", "[1, 2]"]], ["chart", ["Chart", "[" * 100_000]],
    ],
    ids=repr,
)  # fmt: skip
def test_a_tree_that_no_encoder_made_is_refused(tree):
    with pytest.raises(NotPlain) as caught:
        Decoder(lambda handle, name, about: None).decode(tree)
    assert str(caught.value).startswith("it does not arrive as plain data")


def test_an_array_that_would_run_code_is_refused():
    import base64
    import io

    class Bomb:
        def __reduce__(self):
            return print, ("never",)

    out = io.BytesIO()
    np.save(out, np.array([Bomb()], dtype=object), allow_pickle=True)
    with pytest.raises(NotPlain):
        Decoder(lambda handle, name, about: None).decode(["array", base64.b64encode(out.getvalue()).decode()])


def test_decoding_a_deep_tree_ends_in_a_refusal():
    tree: list = ["list", []]
    for _ in range(5000):
        tree = ["list", [tree]]
    with pytest.raises(NotPlain):
        Decoder(lambda handle, name, about: None).decode(tree)


def test_a_result_may_be_a_part_of_an_argument_and_nothing_else():
    decoder = Decoder(lambda *_: None)
    decoder.arguments = {0: [1, {"a": [2]}], "f": len, 1: Decoder}
    assert decoder.decode(["list", [["argument", [0, 1, 0]]]])[0] is decoder.arguments[0][1]["a"]
    for way in ([0, 0], [0, 5], [0, 1, "a"], [2], ["f"], ["f", "__self__"], [1, "decode"], [], 0, [[0]]):
        with pytest.raises(NotPlain):
            decoder.decode(["argument", way])
