# A dictionary filled by a loop, another order
claims = usjapan.load("claims")
claims_by_kind = {}
for report, kind in zip(claims["report_id"], claims["kind"]):
    if report == "flux2024":
        claims_by_kind[kind] = claims_by_kind.get(kind, 0) + 1
