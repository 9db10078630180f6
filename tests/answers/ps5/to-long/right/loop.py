# Loops into a list of rows, other order
def to_long(wide):
    rows = []
    for addressee in reversed(wide.columns):
        for report, number in wide[addressee].items():
            if number:
                rows.append({"claims": int(number), "addressee": addressee, "report_id": report})
    return pd.DataFrame(rows, columns=["claims", "addressee", "report_id"])
