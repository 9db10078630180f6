# melt on the names of the rows, then a filter
def to_long(wide):
    long = wide.melt(ignore_index=False, var_name="addressee", value_name="claims").reset_index()
    return long.query("claims >= 1")
