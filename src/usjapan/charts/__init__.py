"""Charts of the tables: pure functions, frame in, Altair chart out, in one visual language.

Importing this package makes every Altair chart show as a picture with alt text, also offline (see `style`), and tables
fit the page (see `frames`).
"""

from usjapan.charts.bars import bars, claims_by
from usjapan.charts.burden import burden, burden_text, gdp_bases
from usjapan.charts.claims import Page, claim_list, claim_list_text, find_claims
from usjapan.charts.crosstab import cross_counts, crosstab, crosstab_text, heat_table
from usjapan.charts.frames import show_tables
from usjapan.charts.keyness import keyness, keyness_text
from usjapan.charts.map import country_pairs, map_text, named_places, world_map
from usjapan.charts.money import (
    context_series,
    defence_by_definition,
    defence_by_definition_text,
    investment_framework,
    investment_framework_text,
    quantities,
    quantities_text,
    series,
    series_text,
    tariff_steps,
    tariff_steps_text,
)
from usjapan.charts.network import chosen_ties, degree, edge_list, named_ties, network, network_text
from usjapan.charts.strain import effect_counts, strain, strain_text
from usjapan.charts.style import picture
from usjapan.charts.themes import theme, theme_shares, theme_text, themes, themes_text
from usjapan.charts.timeline import dated_events, timeline, timeline_text

__all__ = [
    "Page",
    "bars",
    "burden",
    "burden_text",
    "chosen_ties",
    "claim_list",
    "claim_list_text",
    "claims_by",
    "context_series",
    "country_pairs",
    "cross_counts",
    "crosstab",
    "crosstab_text",
    "dated_events",
    "defence_by_definition",
    "defence_by_definition_text",
    "degree",
    "edge_list",
    "effect_counts",
    "find_claims",
    "gdp_bases",
    "heat_table",
    "investment_framework",
    "investment_framework_text",
    "keyness",
    "keyness_text",
    "map_text",
    "named_places",
    "named_ties",
    "network",
    "network_text",
    "picture",
    "quantities",
    "quantities_text",
    "series",
    "series_text",
    "strain",
    "strain_text",
    "tariff_steps",
    "tariff_steps_text",
    "theme",
    "theme_shares",
    "theme_text",
    "themes",
    "themes_text",
    "timeline",
    "timeline_text",
    "world_map",
]

show_tables()
