# A dictionary filled by a loop, another order
student_id = ""
claims = my_slice(usjapan.load("claims"), "claims-by-kind", student_id)
claims_by_kind = {}
for report, kind in zip(claims["report_id"], claims["kind"]):
    if report == "flux2024":
        claims_by_kind[kind] = claims_by_kind.get(kind, 0) + 1
