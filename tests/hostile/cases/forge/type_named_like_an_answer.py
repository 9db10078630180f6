# Tries: classes that call themselves pandas, Altair or a module in their __module__ and __name__.
# Expect: loses claims-by-kind, theme-chart
# Cell: claims-by-kind
claims_by_kind = type("Series", (), {"__module__": "pandas.core.series", "items": lambda self: [("fact", 1)], "obj": 1})()
# Cell: theme-chart
theme_chart = type("Chart", (), {"__module__": "altair.vegalite", "to_dict": lambda self: {"mark": "bar"}})()
