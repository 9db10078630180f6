# Misconception: the names that melt gives are good enough. Hint: melt names the new column with var_name
def to_long(wide):
    long = wide.rename_axis(columns=None).reset_index().melt(id_vars="report_id")
    return long[long["value"] > 0]
