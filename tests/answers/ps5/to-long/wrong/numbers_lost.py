# Misconception: a row for each pair says enough. Hint: No column is called claims
def to_long(wide):
    long = wide.reset_index().melt(id_vars="report_id", var_name="addressee", value_name="claims")
    return long[long["claims"] > 0][["report_id", "addressee"]]
