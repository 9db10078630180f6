# A loop, the citation by report and number, and an error of its own
def source_of(claim_id):
    for row in usjapan.load("claims").to_dict("records"):
        if row["claim_id"] == claim_id:
            number = int(row["paragraph_id"][-2:])
            source = {key: row[key] for key in ["report_id", "paragraph_id", "voice"]}
            return source | {"citation": usjapan.cite(row["report_id"], paragraph=number)}
    raise LookupError("no such claim")
