# Tries: the last results by IPython's names for them.
# Expect: loses nothing
# Shows: in order: 7 6 seven
# Cell: own first
print("in order:", _, __, ___)
# Cell: own first
7
# Cell: own first
6
# Cell: own first
"seven";
# Cell: own first
"seven"
# Cell: claims-by-kind
student_id = ""
mine = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
chosen = mine[mine["report_id"] == "flux2024"]
chosen["kind"].value_counts()
# Cell: own after claims-by-kind before its test
claims_by_kind = _
# Cell: own
len(Out), len(In), len(_i), __
# Cell: own
(_, len(_i), Out[max(Out)])
