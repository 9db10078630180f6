# Misconception: the addressees are those of the example. Hint: keep every report and every addressee
def to_long(wide):
    columns = [name for name in ["japan", "both", "not_stated"] if name in wide.columns]
    long = wide[columns].reset_index().melt(id_vars="report_id", var_name="addressee", value_name="claims")
    return long[long["claims"] > 0]
