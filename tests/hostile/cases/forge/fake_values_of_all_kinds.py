# Tries: hand-made answers on the wire that the encoder would never make: archives, records, huge shapes, strange types.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import nbproctor.plain
import nbproctor.student

trees = iter(
    [
        ["array", "UEsDBBQAAAAIAA=="],
        ["array", "k05VTVBZAQB2AHsnZGVzY3InOiAnfE8nLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUnOiAoOTk5OTk5OTk5OTk5LCl9"],
        ["range_index", [0, 10**18, 1, None]],
        ["pandas_array", ["Sparse[int, __import__('os')]", [1, 2]]],
        ["series", [["object", [["function", 99, "x"]]], ["range_index", [0, 1, 1, None]], None]],
        ["function", -1, "__class__"],
        ["decimal", "1e999999999"],
        ["__class__", []],
    ]
)
nbproctor.student._encoded = lambda value, functions: {"value": next(trees, ["nothing"])}
claims_by_kind = straining_claims = theme_chart = share_by_theme = 1
money_in_dollars = demanded_amount = in_prices_of = events_in_span = 1
