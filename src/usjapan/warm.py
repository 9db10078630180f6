"""Importing this module does what notebooks of the course do: a process that forks graders has it done for all of them.

The tables are read once and shared. What pandas and Altair import, look up or compile at their first use is done here; and
Python's interpreter adapts code that has run a few times, in memory that a fork would otherwise copy first.
"""

from __future__ import annotations

import contextlib
import io

import altair as alt
import pandas as pd

import usjapan.trials  # noqa: F401  (tests import it)
from usjapan.tables import TABLES, load

ROUNDS = 12  # the interpreter adapts a function at its eighth call


def _tables(claims: pd.DataFrame, paragraphs: pd.DataFrame) -> None:
    chosen = claims[(claims["report_id"] == "flux2024") & claims["kind"].isin(["forecast", "fact"])]
    chosen = chosen.sort_values(["kind", "paragraph_id"], ascending=[True, False]).reset_index(drop=True)
    chosen["kind"].value_counts().sort_index()
    claims["theme"].value_counts(normalize=True)
    (claims["effect"] == "strains").groupby(claims["theme"], observed=True).mean()
    claims.groupby(["report_id", "theme"], observed=True).size().unstack(fill_value=0)
    claims.groupby("report_id")["claim_id"].agg(["count", "nunique"])
    claims.groupby("report_id", as_index=False).agg(number=("claim_id", "count"))
    merged = claims.merge(paragraphs[["paragraph_id", "position"]], on="paragraph_id", how="left", validate="many_to_one")
    merged.query("position > 2").drop_duplicates("paragraph_id").head(3)
    shares = pd.crosstab(claims["report_id"], claims["effect"], normalize="index")
    shares.loc["flux2024"].sum(), shares.iloc[0].to_dict(), shares.round(2).T.reset_index()
    shares.rename_axis(columns=None).reset_index().melt("report_id", var_name="effect", value_name="share")
    claims.pivot_table(index="report_id", columns="kind", values="claim_id", aggfunc="count", observed=True)
    made = pd.DataFrame(
        {
            "a": [1, 2, None],
            "b": ["x", "y", "x"],
            "day": pd.to_datetime(["2024-04-11", "no day", "2025-02-07"], errors="coerce"),
        }
    )
    made = made.assign(c=made["a"] * 2, d=made["b"].map({"x": 1}).fillna(0), year=made["day"].dt.year)
    _ = made["day"] <= pd.Timestamp("2025-01-01")
    pd.concat([made, made]).set_index("b").astype({"d": "int64"}).select_dtypes("number").apply(lambda row: row.max(), axis=1)
    list(made.itertuples()), made.to_dict("records"), made.dropna().isna().any(), made.drop(columns="a").columns.tolist()
    made["b"].str.upper().str.contains("X").sum(), pd.Categorical(["x"]), pd.Series({"x": 1.5}).items()
    chosen.head(), repr(made), made.head(2)._repr_html_(), str(shares)  # type: ignore[operator]
    made.sample(frac=1, random_state=1).iloc[::-1], made.head(0).groupby("b")["a"].mean(), chosen[chosen["kind"] == "none"]


def _charts(claims: pd.DataFrame) -> None:
    counts = claims["theme"].value_counts().reset_index()
    bars = alt.Chart(counts, title="A title").mark_bar(color="#123456").encode(
        x=alt.X("count:Q", title="Number"), y=alt.Y("theme:N", title="Theme", sort="-x"), tooltip=["theme", "count"]
    )  # fmt: skip
    line = alt.Chart(claims).mark_line(point=True).encode(x="report_id:O", y="count()", color=alt.Color("kind:N", title="Kind"))
    text = alt.Chart(claims).mark_text(dx=3).encode(text="count()", y=alt.value(3), x=alt.X("count()").stack("zero"))
    for chart in (bars.properties(description="A description", width=300), line, bars + text):
        chart.to_dict()


def _all() -> None:
    for name in TABLES:
        load(name)
    claims, paragraphs = load("claims"), load("paragraphs")
    with contextlib.redirect_stdout(io.StringIO()):
        for _ in range(ROUNDS):
            _tables(claims, paragraphs)
        for _ in range(ROUNDS // 3):
            _charts(claims)


_all()
