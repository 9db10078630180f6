# Misconception: a pair without advice is a row like any other. Hint: A pair without advice stands in the result
def to_long(wide):
    return wide.reset_index().melt(id_vars="report_id", var_name="addressee", value_name="claims")
