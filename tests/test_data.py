"""The data keep the promises of datapackage.json and CODEBOOK.md."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from conftest import ROOT
from frictionless import Package

import usjapan

DATASETS = ROOT / "datasets"
PACKAGE = json.loads((DATASETS / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}
CODED = {
    "claims": ["kind", "theme", "effect", "voice", "modality", "addressee"],
    "events": ["date_basis"],
    "ties": ["kind"],
    "quantities": ["kind"],
}


def test_the_package_is_valid_by_the_standard():
    report = Package(str(DATASETS / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:10]


def test_every_csv_file_is_described_and_every_described_file_exists():
    assert {path.stem for path in DATASETS.glob("*.csv")} == set(RESOURCES)


@pytest.mark.parametrize("name", RESOURCES)
def test_a_table_loads_with_the_types_of_its_schema(name):
    table = usjapan.load(name)
    for field in RESOURCES[name]["schema"]["fields"]:
        column = table[field["name"]]
        if "categories" in field:
            assert list(column.cat.categories) == [c["value"] for c in field["categories"]]
            assert column.cat.ordered == field.get("categoriesOrdered", False)
        elif field["type"] == "date":
            assert pd.api.types.is_datetime64_dtype(column)
        elif field["type"] in {"integer", "number"}:
            assert pd.api.types.is_numeric_dtype(column)
        elif field["type"] == "boolean":
            assert pd.api.types.is_bool_dtype(column)
        else:
            assert pd.api.types.is_string_dtype(column)


@pytest.mark.parametrize("path", sorted(DATASETS.glob("*.csv")), ids=lambda p: p.stem)
def test_no_cell_holds_a_line_break_so_that_line_numbers_in_errors_are_true(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) == len(pd.read_csv(path, dtype="str")) + 1


def test_the_codebook_defines_every_allowed_value():
    text = (DATASETS / "CODEBOOK.md").read_text(encoding="utf-8")
    for table, columns in CODED.items():
        for column in columns:
            field = next(f for f in RESOURCES[table]["schema"]["fields"] if f["name"] == column)
            missing = [c["value"] for c in field["categories"] if f"`{c['value']}`" not in text]
            assert not missing, f"CODEBOOK.md does not name {missing} of {table}.{column}"


def test_every_body_paragraph_has_a_claim_or_says_why_not():
    paragraphs, claims = usjapan.load("paragraphs"), usjapan.load("claims")
    has_claim = paragraphs["paragraph_id"].isin(claims["paragraph_id"])
    assert not paragraphs.loc[~has_claim & paragraphs["no_claim_reason"].isna(), "paragraph_id"].tolist()
    assert not paragraphs.loc[has_claim & paragraphs["no_claim_reason"].notna(), "paragraph_id"].tolist()


def test_the_published_alpha_follows_from_the_raw_codings():
    result = subprocess.run(
        [sys.executable, "datasets/reliability.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_coded_variable_reaches_the_bar_in_the_latest_pass():
    reliability, codings, claims = usjapan.load("reliability"), usjapan.load("codings"), usjapan.load("claims")
    latest = reliability[reliability["pass"] == reliability["pass"].max()]
    assert set(latest["variable"]) == {"kind", "theme", "effect", "voice"}
    assert (latest["alpha"] >= 0.80).all()
    assert (latest["low"] <= latest["alpha"]).all() and (latest["alpha"] <= latest["high"]).all()
    # Every claim was coded by every coder: none was left out to raise the figure.
    counts = codings.groupby(["pass", "coder", "variable"], observed=True)["claim_id"].nunique()
    assert (counts == len(claims)).all()


def test_every_fact_check_rests_on_a_fact_and_speaks_of_its_own_report():
    checks, facts, claims = usjapan.load("fact_checks"), usjapan.load("fact_check_facts"), usjapan.load("claims")
    assert len(checks) >= 30 and set(checks["report_id"]) == set(usjapan.load("reports")["report_id"])
    assert set(checks["check_id"]) == set(facts["check_id"])
    merged = checks.merge(claims[["claim_id", "paragraph_id"]], on="claim_id", suffixes=("", "_of_claim"))
    assert (merged["paragraph_id"] == merged["paragraph_id_of_claim"]).all() and len(merged) == len(checks)


def test_one_series_has_one_unit():
    context = usjapan.load("context").dropna(subset=["series"])
    assert (context.groupby("series")["unit"].nunique() == 1).all()
    assert context["value"].notna().all()


def test_claim_summaries_are_short_and_ids_follow_their_paragraph():
    claims = usjapan.load("claims")
    too_long = claims.loc[claims["summary"].str.split().str.len() > 30, "claim_id"]
    assert not too_long.tolist()
    assert (claims["claim_id"].str.rsplit("-", n=1).str[0] == claims["paragraph_id"]).all()


@pytest.mark.parametrize("table", ["claims", "quantities", "ties", "event_mentions", "place_mentions", "fact_checks"])
def test_rows_name_the_report_of_their_paragraph(table):
    rows = usjapan.load(table)
    assert (rows["paragraph_id"].str.rsplit("-p", n=1).str[0] == rows["report_id"]).all()


def test_modality_and_addressee_follow_the_kind():
    claims = usjapan.load("claims")
    advice = claims["kind"] == "recommendation"
    assert claims.loc[advice, "modality"].isna().all() and claims.loc[~advice, "modality"].notna().all()
    assert claims.loc[advice, "addressee"].notna().all() and claims.loc[~advice, "addressee"].isna().all()


@pytest.mark.parametrize("table", ["reports", "claims", "events", "quantities", "context"])
def test_times_end_after_they_begin_and_fit_their_precision(table):
    rows = usjapan.load(table)
    start, end = ("date_from", "date_to") if "date_from" in rows else ("time_from", "time_to")
    precision = rows["date_precision" if "date_precision" in rows else "time_precision"].astype("str")
    rows = rows.assign(precision=precision)
    assert (rows[start].isna() == rows[end].isna()).all()
    dated = rows.dropna(subset=[start])
    assert (dated[start] <= dated[end]).all()
    assert (dated.loc[dated["precision"] == "day", start] == dated.loc[dated["precision"] == "day", end]).all()
    months = dated[dated["precision"] == "month"]
    assert ((months[start].dt.day == 1) & (months[end] == months[start] + pd.offsets.MonthEnd(0))).all()
    years = dated[dated["precision"] == "year"]
    assert ((years[start].dt.day_of_year == 1) & (years[end] == years[start] + pd.offsets.YearEnd(0))).all()


def test_every_actor_place_and_event_is_used():
    actors, claims, ties = usjapan.load("actors"), usjapan.load("claim_actors"), usjapan.load("ties")
    used = set(claims["actor_id"]) | set(ties["source_actor_id"]) | set(ties["target_actor_id"])
    assert not set(actors["actor_id"]) - used
    assert set(usjapan.load("places")["place_id"]) == set(usjapan.load("place_mentions")["place_id"])
    assert set(usjapan.load("events")["event_id"]) == set(usjapan.load("event_mentions")["event_id"])


def test_an_event_that_no_report_dates_names_both_its_limits():
    events, mentions = usjapan.load("events"), usjapan.load("event_mentions")
    paragraphs = set(usjapan.load("paragraphs")["paragraph_id"])
    bounded = events[events["date_basis"] == "bounded"]
    assert len(bounded) and (bounded["date_precision"] == "range").all()
    assert (bounded["date_from"] < bounded["date_to"]).all()
    for event in bounded.itertuples():
        # A reader must be able to retrace both ends: each day stands in the note with its ground.
        for limit in (f"Not before {event.date_from:%Y-%m-%d}: ", f"Not after {event.date_to:%Y-%m-%d}: "):
            assert limit in event.note, f"{event.event_id}: {limit}..."
        named = set(re.findall(r"\b[a-z]+20\d\d-p\d\d\b", event.note))
        assert named and named <= paragraphs, event.event_id
    assert mentions.loc[mentions["event_id"].isin(bounded["event_id"]), "date_text"].isna().all()
    assert events.loc[events["date_basis"] == "inferred", "note"].notna().all()


def test_an_actor_names_the_first_paragraph_that_speaks_of_it():
    place = {paragraph: n for n, paragraph in enumerate(usjapan.load("paragraphs")["paragraph_id"])}
    claims, ties = usjapan.load("claims"), usjapan.load("ties")
    named = usjapan.load("claim_actors").merge(claims[["claim_id", "paragraph_id"]], on="claim_id")
    ends = [ties[[end, "paragraph_id"]].rename(columns={end: "actor_id"}) for end in ("source_actor_id", "target_actor_id")]
    used = pd.concat([named[["actor_id", "paragraph_id"]], *ends])
    first = used.assign(place=used["paragraph_id"].map(place)).groupby("actor_id")["place"].min()
    actors = usjapan.load("actors").set_index("actor_id")["paragraph_id"].map(place)
    assert actors.to_dict() == first.to_dict()
    assert actors.is_monotonic_increasing


def test_ties_of_a_paragraph_are_numbered_in_order_and_stand_once():
    ties = usjapan.load("ties")
    number = ties["tie_id"].str.rsplit("-t", n=1).str[1].astype("int64")
    assert (number == ties.groupby("paragraph_id", sort=False).cumcount() + 1).all()
    assert (ties["tie_id"].str.rsplit("-t", n=1).str[0] == ties["paragraph_id"]).all()
    assert (ties["source_actor_id"] != ties["target_actor_id"]).all()
    assert not ties.duplicated(["paragraph_id", "source_actor_id", "target_actor_id", "kind", "status", "summary"]).any()


BOXES = {  # rough boxes of a country: south, north, west, east
    "JPN": (20, 46, 122, 154),
    "USA": (13, 72, -180, 180),
    "PHL": (4, 22, 116, 127),
    "AUS": (-44, -10, 112, 154),
    "KOR": (33, 39, 124, 132),
    "UKR": (44, 53, 22, 41),
    "TWN": (21, 26, 118, 123),
}


def test_coordinates_fall_in_their_country():
    for place in usjapan.load("places").dropna(subset=["country"]).itertuples():
        assert place.country in BOXES, f"{place.place_id}: add a box for {place.country}"
        south, north, west, east = BOXES[place.country]
        assert south <= place.latitude <= north and west <= place.longitude <= east, place.place_id


@pytest.mark.parametrize(
    ("table", "column", "bad", "rule"),
    [
        ("claims", "theme", "weather", "one of publication, economy"),
        ("events", "date_from", "2024-13-01", "a date such as"),
        ("paragraphs", "position", "first", "a whole number"),
        ("claims", "summary", "", "a value is required"),
        ("ties", "directed", "perhaps", "true or false"),
        ("claims", "paragraph_id", "flux2024-p99", "a paragraph_id of the table 'paragraphs'"),
        ("claims", "voice_actor_id", "nobody", "an? actor_id of the table 'actors'"),
        ("fact_check_facts", "fact_id", "XX99", "a fact_id of the table 'context'"),
        ("claims", "claim_id", "flux2024-1", "of the form"),
        ("places", "latitude", "120", "from -90 to 90"),
        ("quantities", "value", "many", "a number"),
    ],
)
def test_a_broken_cell_is_refused_with_file_line_column_value_and_rule(tmp_path, monkeypatch, table, column, bad, rule):
    copy = tmp_path / "datasets"
    shutil.copytree(DATASETS, copy)
    rows = pd.read_csv(copy / f"{table}.csv", dtype="str", keep_default_na=False)
    rows.loc[3, column] = bad
    rows.to_csv(copy / f"{table}.csv", index=False)
    monkeypatch.setenv("USJAPAN_DATASETS", str(copy))
    with pytest.raises(usjapan.DataError) as refused:
        usjapan.load(table)
    message = str(refused.value)
    assert f"{table}.csv, line 5, column '{column}'" in message
    assert (repr(bad) if bad else "(empty)") in message
    assert re.search(rule, message)


def test_a_row_given_twice_is_refused(tmp_path, monkeypatch):
    copy = tmp_path / "datasets"
    shutil.copytree(DATASETS, copy)
    lines = (copy / "claims.csv").read_text(encoding="utf-8").splitlines()
    (copy / "claims.csv").write_text("\n".join([*lines, lines[5]]) + "\n", encoding="utf-8")
    monkeypatch.setenv("USJAPAN_DATASETS", str(copy))
    with pytest.raises(usjapan.DataError, match=rf"claims.csv, line {len(lines) + 1}, column 'claim_id': .*no two rows"):
        usjapan.load("claims")


def test_a_lost_comma_is_refused_with_its_line(tmp_path, monkeypatch):
    copy = tmp_path / "datasets"
    shutil.copytree(DATASETS, copy)
    lines = (copy / "claims.csv").read_text(encoding="utf-8").splitlines()
    lines[5] = lines[5].replace(",", "", 1)
    (copy / "claims.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setenv("USJAPAN_DATASETS", str(copy))
    with pytest.raises(usjapan.DataError, match=r"claims.csv, line 6: 13 cells. The rule: one for each of the 14 columns"):
        usjapan.load("claims")


@pytest.mark.parametrize("table", list(usjapan.TABLES))
def test_no_cell_holds_a_line_break(table):
    # The reader takes a line for a row, and messages count lines.
    path = DATASETS / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = sum(1 for _ in csv.reader(file))
    assert rows == path.read_bytes().count(b"\n")


@pytest.mark.parametrize("damage", ["no folder", "no file", "not json", "lost column"])
def test_a_broken_folder_is_refused_with_the_way_out(tmp_path, monkeypatch, damage):
    copy = tmp_path / "datasets"
    shutil.copytree(DATASETS, copy)
    if damage == "no folder":
        shutil.rmtree(copy)
    elif damage == "no file":
        (copy / "claims.csv").unlink()
    elif damage == "not json":
        (copy / "datapackage.json").write_text("{", encoding="utf-8")
    else:
        text = (copy / "claims.csv").read_text(encoding="utf-8")
        (copy / "claims.csv").write_text(text.replace("claim_id,", "id,", 1), encoding="utf-8")
    monkeypatch.setenv("USJAPAN_DATASETS", str(copy))
    with pytest.raises(usjapan.DataError, match=r"Unset USJAPAN_DATASETS|[Rr]estore"):
        usjapan.load("claims")


def test_loading_gives_a_new_frame_each_time():
    first = usjapan.load("claims")
    first["kind"] = None
    assert usjapan.load("claims")["kind"].notna().all()


def test_an_unknown_table_is_answered_with_the_nearest_name():
    with pytest.raises(ValueError, match=r"Did you mean 'claims'.*reports, paragraphs"):
        usjapan.load("claim")


def test_describe_shows_columns_and_the_values_of_a_coded_column():
    assert usjapan.describe("claims").loc["theme", "type"] == "category"
    assert "forecast" in usjapan.describe("claims", "kind").index
    with pytest.raises(ValueError, match="no column 'kinds'"):
        usjapan.describe("claims", "kinds")
    with pytest.raises(ValueError, match="not coded"):
        usjapan.describe("claims", "summary")


def test_citations_lead_to_the_paragraph():
    claim = usjapan.load("claims").iloc[10]
    number = int(claim["paragraph_id"][-2:])
    assert usjapan.cite(claim["claim_id"]).endswith(f"para. {number}.")
    assert usjapan.cite("pivotal2025", paragraph=2).endswith("March 12, 2025, para. 2.")
    assert "Author not stated" in usjapan.cite("flux2024")
    for wrong in ("flux2025", "flux2024-p99", "flux2024-p01-c99", "nonsense"):
        with pytest.raises(ValueError, match=r"Nothing to cite|paragraphs 1 to|There is no"):
            usjapan.cite(wrong)


def test_one_version_for_the_package_and_one_for_the_data():
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert usjapan.__version__ == re.search(r'^version = "(.+)"', pyproject, re.M)[1]
    assert usjapan.data_version() == PACKAGE["version"]
    changelog = (DATASETS / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (\S+)", changelog, re.M)[1] == PACKAGE["version"]


def test_importing_the_library_does_not_load_charts_widgets_or_nbgrader():
    code = "import sys, usjapan; print([m for m in ('altair', 'ipywidgets', 'nbgrader', 'IPython') if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path("/"))
    assert result.stdout.strip() == "[]"
