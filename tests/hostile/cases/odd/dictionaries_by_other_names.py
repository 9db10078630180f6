# Tries: a view of a dictionary, a read-only dictionary and one of a library as answers.
# Expect: loses nothing
# Cell: claims-by-kind
student_id = ""
mine = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = dict(mine[mine["report_id"] == "flux2024"]["kind"].value_counts()).items()
# Cell: demand
import collections
import types


def demanded_amount(current, multiple):
    numbers = collections.UserDict(total=current * multiple, increase=current * multiple - current)
    return types.MappingProxyType(numbers)
